import type { Actor, MeetingInfo } from '@hopso/shared/meeting';
import { type Command, evolve, initialSession, type SessionState } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import {
  actorOf,
  itemContent,
  newSession,
  seats,
  secretary,
  uploadOf,
} from '../../../../test/support/committee.ts';
import { type FactSources, factLookUp } from './facts.ts';

/** The evening before, in Tân An: already the day of the session in UTC+7. */
const NOW = Date.UTC(2021, 3, 20, 18);

function meeting(changes: Partial<MeetingInfo> = {}): SessionState {
  const info = { ...newSession, ...changes, hostName: 'UBND tỉnh Long An' };
  return evolve(initialSession(), { type: 'MeetingPrepared', info }, { seq: 1, at: 0, actorId: secretary });
}

function sources() {
  const asked: unknown[][] = [];
  const given: FactSources = {
    seatsOn: async (...question) => {
      asked.push(['seats', ...question]);
      return seats;
    },
    personCards: async (ids) => {
      asked.push(['persons', ...ids]);
      return Object.fromEntries(ids.map((id) => [id, actorOf(id)]));
    },
    uploadFact: async (...question) => {
      asked.push(['upload', ...question]);
      return question[0] === 'known' ? uploadOf('known') : null;
    },
    conclusionDraft: async (...question) => {
      asked.push(['draft', ...question]);
      return { rev: 2, text: 'Kết luận' };
    },
    hallCode: {
      code: () => ({ code: '', validUntil: 0 }),
      check: (...question) => {
        asked.push(['hall code', ...question]);
        return true;
      },
    },
    now: () => NOW,
  };
  const actor: Actor = actorOf(secretary);
  const lookUp = (command: Command, state = meeting()) => factLookUp(given)(state, 'm', command, actor);
  return { asked, lookUp };
}

test('a vote waits for no look-up', () => {
  const { asked, lookUp } = sources();
  expect(lookUp({ type: 'CastBallot', vote: 'v', round: 1, choice: 'approve' })).toEqual({});
  expect(lookUp({ type: 'CloseVoting', vote: 'v', round: 1 })).toEqual({});
  expect(asked).toEqual([]);
});

test('before the start the seats are those of the day announced, from the start on those of today', async () => {
  const { asked, lookUp } = sources();
  await lookUp({ type: 'AddCommittee' });
  await lookUp({ type: 'AddParticipants', participants: [{ personId: 'p', capacity: 'member' }] });
  await lookUp({ type: 'StartMeeting' });
  await lookUp({ type: 'ConvertToDiscussion', reason: 'x' });
  const open = { item: 'i', round: 1, question: 'x', reason: null, durationMs: null };
  await lookUp({ type: 'OpenVoting', ...open });
  const [announced, today] = ['2021-04-28', '2021-04-21'];
  expect(asked.filter(([what]) => what === 'seats').map(([, unit, day]) => [unit, day])).toEqual(
    [announced, announced, today, today, today].map((day) => [newSession.hostUnitId, day]),
  );
});

test('publication takes the rules and the seats of the day announced, and no seats where there is no vote', async () => {
  const { asked, lookUp } = sources();
  expect(await lookUp({ type: 'PublishMeeting' })).toMatchObject({
    seats,
    profile: { id: 'committee-2015' },
    announced: { kind: newSession.kind, hostUnitId: newSession.hostUnitId, startsAt: newSession.startsAt },
  });
  const later = meeting({ startsAt: Date.UTC(2026, 10, 24) });
  expect(await lookUp({ type: 'PublishMeeting' }, later)).toMatchObject({
    profile: { id: 'committee-2025' },
  });
  asked.length = 0;
  const conference = meeting({ kind: 'conference' });
  expect(await lookUp({ type: 'PublishMeeting' }, conference)).toMatchObject({
    seats: [],
    profile: { quorum: null },
  });
  expect(asked).toEqual([]);
});

test('papers and conclusions are taken from what is stored, in this meeting', async () => {
  const { asked, lookUp } = sources();
  const paper = { type: 'AddPaper', item: 'i', title: 'Tờ trình' } as const;
  expect(await lookUp({ ...paper, upload: 'known' })).toEqual({ upload: uploadOf('known') });
  expect(await lookUp({ ...paper, upload: 'unknown' })).toEqual({});
  const version = { type: 'AddPaperVersion', paper: 'p', rev: 1, upload: 'known' } as const;
  expect(await lookUp(version)).toEqual({ upload: uploadOf('known') });
  const conclusion = { type: 'RecordConclusion', item: 'i', draftRev: 2, text: 'Kết luận' } as const;
  expect(await lookUp(conclusion)).toEqual({ draft: { rev: 2, text: 'Kết luận' } });
  expect(asked).toEqual([
    ['upload', 'known', 'm'],
    ['upload', 'unknown', 'm'],
    ['upload', 'known', 'm'],
    ['draft', 'm', 'i'],
  ]);
});

test('the hall code is checked for presence in the room only, and only when one was sent', () => {
  const { asked, lookUp } = sources();
  expect(lookUp({ type: 'CheckIn', mode: 'online', hallCode: '123456' })).toEqual({});
  expect(lookUp({ type: 'CheckIn', mode: 'room' })).toEqual({});
  expect(asked).toEqual([]);
  expect(lookUp({ type: 'CheckIn', mode: 'room', hallCode: '123456' })).toEqual({ hallCodeValid: true });
  expect(asked).toEqual([['hall code', 'm', secretary, '123456']]);
});

test('a meeting that was never begun has no facts', async () => {
  const { lookUp } = sources();
  const content = itemContent('x');
  expect(lookUp({ type: 'AddItem', parentId: null, before: null, content }, initialSession())).toEqual({});
  expect(await lookUp({ type: 'PublishMeeting' }, initialSession())).toEqual({});
  expect(await lookUp({ type: 'StartMeeting' }, initialSession())).toEqual({});
});
