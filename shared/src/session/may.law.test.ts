import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { builders, dice, facts, people } from './any-command.ts';
import { play, plays } from './any-order.ts';
import { type CommandOf, type CommandType, commandTypes } from './commands.ts';
import { decide } from './decide.ts';
import { actor } from './fixtures.ts';
import { projectMine } from './project-mine.ts';
import { isEntitled } from './standing.ts';
import type { SessionState } from './state.ts';

// A law is tried many times; a busy machine takes longer over it than over a rule.
vi.setConfig({ testTimeout: 30_000 });

/** Orders that say nothing but what they are: the view and the answer must agree to the word. */
const plainOrders = [
  'PublishMeeting',
  'StartMeeting',
  'PauseMeeting',
  'ResumeMeeting',
  'EndMeeting',
  'AddCommittee',
] as const;

const decided = (state: SessionState, person: string, command: CommandOf<CommandType>, now = state.lastAt) =>
  decide(state, command, { now, ids: ['n1', 'n2'], actor: actor(person), facts });

test('[S6] for an order without particulars the view says exactly what the rules say', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(plays(50), ({ beginning, seeds }) => {
      const { state } = play(beginning, seeds);
      for (const person of people) {
        const may = projectMine(state, actor(person))?.may;
        if (may === undefined) continue;
        for (const type of plainOrders) {
          const result = decided(state, person, { type });
          const answer = result.ok ? true : result.error.code;
          expect(may[type] ?? 'capacity/not-desk', `${type} by ${person}`).toBe(answer);
          seen.add(`${type} ${answer}`);
        }
      }
    }),
    { numRuns: 150 },
  );
  for (const type of plainOrders) expect(seen).toContain(`${type} true`);
});

test('[S6] an order the view refuses is refused, or changes nothing, whatever its particulars', () => {
  fc.assert(
    fc.property(plays(50), fc.integer(), ({ beginning, seeds }, seed) => {
      const { state } = play(beginning, seeds);
      const d = dice(seed);
      for (const person of people) {
        const may = projectMine(state, actor(person))?.may;
        if (may === undefined) continue;
        for (const type of commandTypes) {
          if (may[type] === true) continue;
          const result = decided(state, person, builders[type](state, d));
          expect(result.ok ? result.value : [], `${type} by ${person}, told ${may[type]}`).toEqual([]);
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** The one order of a kind that a screen would send in this state, or null where the kind has many. */
function obvious(state: SessionState, person: string, type: CommandType): CommandOf<CommandType> | null {
  const { meeting, agenda, voting } = state;
  const seen = [...voting.votes.values()].filter(({ itemId }) => isEntitled(state, actor(person), itemId));
  const vote = seen.find(({ phase }) => phase === 'open');
  const closed = seen.find(({ phase }) => phase === 'closed');
  switch (type) {
    case 'EditMeeting':
      return { type, rev: meeting.rev, changes: { title: 'Tên khác' } };
    case 'PostponeMeeting':
      return { type, reason: 'Bão', startsAt: null };
    case 'ConvertToDiscussion':
      return { type, reason: 'Thiếu thành viên' };
    case 'TakeOverDesk':
      return { type, from: meeting.deskHolderId };
    case 'UndoItemMove':
      return agenda.lastMove === null ? null : { type, of: agenda.lastMove.seq };
    case 'CheckIn':
      return { type, mode: 'online' };
    case 'AnswerInvitation':
      return { type, answer: 'accepted', reason: null };
    case 'JoinOnDevice':
      return { type, device: 'iPad' };
    case 'CastBallot':
      return vote === undefined
        ? null
        : { type, vote: vote.id, round: vote.round, choice: 'approve', replaces: 'clerk' };
    case 'CloseVoting':
      return vote === undefined ? null : { type, vote: vote.id, round: vote.round };
    case 'PublishResult':
      return closed === undefined ? null : { type, vote: closed.id, round: closed.round };
    default:
      return null;
  }
}

/** Refusals about the particulars, which no button can know beforehand. */
const particulars = new Set(['item/withdrawn']);

test('[S6] an order the view allows is taken when it names what holds', () => {
  const taken = new Set<CommandType>();
  fc.assert(
    fc.property(plays(50), ({ beginning, seeds }) => {
      const { state } = play(beginning, seeds);
      for (const person of people) {
        const may = projectMine(state, actor(person))?.may ?? {};
        for (const type of commandTypes) {
          const command = may[type] === true ? obvious(state, person, type) : null;
          if (command === null) continue;
          // Times are left out of the view: the button counts its seconds down by the server's clock.
          const now = type === 'UndoItemMove' ? (state.agenda.lastMove?.at ?? 0) : state.lastAt;
          const result = decided(state, person, command, now);
          if (!result.ok && particulars.has(result.error.code)) continue;
          expect(result, `${type} by ${person}`).toMatchObject({ ok: true });
          taken.add(type);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect([...taken].sort()).toEqual(
    [
      ...([
        'AnswerInvitation',
        'CastBallot',
        'CheckIn',
        'CloseVoting',
        'ConvertToDiscussion',
        'EditMeeting',
      ] as const),
      ...(['JoinOnDevice', 'PostponeMeeting', 'PublishResult', 'TakeOverDesk', 'UndoItemMove'] as const),
    ].sort(),
  );
});
