import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { canonicalJson, type Json, type StoredEvent } from '#kernel';
import { applyPatch, diff, type Patch } from '#protocol';
import { people } from './any-command.ts';
import { play, plays } from './any-order.ts';
import { actor } from './fixtures.ts';
import { isRestrictedPaper, rightOf } from './paper-right.ts';
import { project } from './project.ts';
import { projectAs } from './project-as.ts';
import { projectListedItem, projectMine } from './project-mine.ts';
import { projectPack } from './project-pack.ts';
import { type Audience, audiences } from './standing.ts';
import { fold, initialSession, type SessionEvent, type SessionState } from './state.ts';

// A law is tried many times; a busy machine takes longer over it than over a rule.
vi.setConfig({ testTimeout: 30_000 });

const CANARY = 'CANARY';
const text = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
const sent = (patch: Patch): Patch => JSON.parse(JSON.stringify(patch)) as Patch;
const viewOf = (state: SessionState, audience: Audience) => text(project(state, 'm', audience));
const mineOf = (state: SessionState, person: string) => text(projectMine(state, actor(person)));
const folded = (events: readonly StoredEvent[]): SessionState => fold(initialSession(), events);

describe('[S11] what a screen was sent, piece by piece, is what there is', () => {
  test('for every audience and person, wherever the ticks fall', () => {
    fc.assert(
      fc.property(plays(50), fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (moves, ticks) => {
        const held = new Map<string, { sent: unknown; last: unknown }>();
        const advance = (key: string, next: unknown) => {
          const before = held.get(key);
          const copy = JSON.parse(JSON.stringify(next)) as unknown;
          if (before === undefined) return held.set(key, { sent: copy, last: next });
          const patch = diff(before.last, next);
          const now = patch === null ? before.sent : applyPatch(before.sent, sent(patch));
          expect(now).toStrictEqual(copy);
          return held.set(key, { sent: now, last: next });
        };
        let tick = 0;
        play(moves.beginning, moves.seeds, {
          taken: ({ state }) => {
            if (ticks[tick++ % ticks.length]) return;
            for (const audience of audiences) advance(audience, project(state, 'm', audience));
            for (const person of people) {
              const mine = projectMine(state, actor(person));
              if (mine === null) held.delete(person);
              else advance(person, mine);
            }
          },
        });
      }),
      { numRuns: 30 },
    );
  });

  test('what is remembered between projections is never out of date', () => {
    fc.assert(
      fc.property(plays(40), ({ beginning, seeds }) => {
        play(beginning, seeds, {
          taken: ({ state, events }) => {
            const fresh = folded(events);
            for (const audience of audiences) expect(viewOf(state, audience)).toBe(viewOf(fresh, audience));
          },
        });
      }),
      { numRuns: 25 },
    );
  });
});

/** A history, and as much of it as has happened. */
const histories = fc.record({ moves: plays(60), cut: fc.nat() }).map(({ moves, cut }) => {
  const { events } = play(moves.beginning, moves.seeds);
  return events.slice(0, 1 + (cut % events.length));
});

/** The same history with some events told otherwise; null leaves one out. */
function retold(
  events: readonly StoredEvent[],
  tell: (event: SessionEvent) => SessionEvent | null,
): StoredEvent[] {
  return events.flatMap((stored) => {
    if (stored.data === null) return [stored];
    const data = tell(stored.data as unknown as SessionEvent);
    return data === null
      ? []
      : [{ ...stored, type: data.type, data: data as unknown as StoredEvent['data'] }];
  });
}

const openVotes = (state: SessionState): ReadonlySet<string> =>
  new Set([...state.voting.votes.values()].filter(({ phase }) => phase !== 'published').map(({ id }) => id));
const listedItems = (state: SessionState): ReadonlySet<string> =>
  new Set([...state.agenda.items.values()].filter(({ openTo }) => openTo !== 'all').map(({ id }) => id));

const secretChoice = `${CANARY}-choice` as 'approve';
const secretText = `${CANARY} words`;

describe('[S12] what is hidden from somebody cannot be told from their view', () => {
  test('[V11] a choice, before publication, from anybody but its owner', () => {
    let hidden = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(events);
        const unpublished = openVotes(state);
        const isHidden = (event: SessionEvent, owner: string | null) =>
          event.type === 'BallotCast' && unpublished.has(event.vote) && event.person !== owner;
        const twinFor = (owner: string | null) =>
          folded(
            retold(events, (event) =>
              isHidden(event, owner) ? ({ ...event, choice: secretChoice } as SessionEvent) : event,
            ),
          );
        const twin = twinFor(null);
        hidden += [...unpublished].filter((id) => (state.voting.votes.get(id)?.ballots.size ?? 0) > 0).length;
        for (const audience of audiences) {
          expect(viewOf(twin, audience)).toBe(viewOf(state, audience));
          expect(viewOf(twin, audience)).not.toContain(CANARY);
        }
        for (const person of people) {
          expect(mineOf(twinFor(person), person)).toBe(mineOf(state, person));
          for (const item of state.agenda.items.keys())
            expect(text(projectListedItem(twin, actor(person), item))).not.toContain(CANARY);
        }
      }),
      // So many that hardly any series of histories brings fewer hidden ballots than are asked for.
      { numRuns: 200 },
    );
    expect(hidden).toBeGreaterThan(10);
  });

  test('[A3] the content of a listed item, from every audience and from whoever is not on the list', () => {
    let hidden = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(events);
        const listed = listedItems(state);
        const twin = folded(retold(events, (event) => withOtherContent(event, listed, state)));
        hidden += listed.size;
        for (const audience of audiences) {
          expect(viewOf(twin, audience)).toBe(viewOf(state, audience));
          expect(viewOf(twin, audience)).not.toContain(CANARY);
        }
        for (const person of people) {
          expect(mineOf(twin, person)).not.toContain(CANARY);
          const seesNone = [...listed].every((id) => !state.agenda.items.get(id)?.openTo.includes(person));
          if (seesNone) expect(mineOf(twin, person)).toBe(mineOf(state, person));
          for (const id of listed)
            if (!state.agenda.items.get(id)?.openTo.includes(person))
              expect(projectListedItem(twin, actor(person), id)).toBeNull();
        }
      }),
      { numRuns: 80 },
    );
    expect(hidden).toBeGreaterThan(40);
  });

  test('[P14] a restricted paper, from every audience and from whoever has no right on it', () => {
    let hidden = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(events);
        const restricted = [...state.paper.papers.values()].filter(
          (paper) => paper.withdrawn === null && isRestrictedPaper(state, paper),
        );
        const ids = new Set(restricted.map(({ id }) => id));
        const twins = [
          folded(retold(events, (event) => withOtherPaper(event, ids))),
          folded([...events, ...recalls(events, [...ids])]),
        ];
        for (const twin of twins) {
          for (const audience of audiences) {
            expect(viewOf(twin, audience)).toBe(viewOf(state, audience));
            expect(viewOf(twin, audience)).not.toContain(CANARY);
          }
          for (const person of people) {
            if (restricted.some((paper) => rightOf(state, paper, actor(person)) !== 'none')) continue;
            hidden += restricted.length;
            expect(mineOf(twin, person)).toBe(mineOf(state, person));
            expect(text(projectPack(twin, 'm', actor(person)))).toBe(
              text(projectPack(state, 'm', actor(person))),
            );
            for (const id of state.agenda.items.keys())
              expect(text(projectListedItem(twin, actor(person), id))).toBe(
                text(projectListedItem(state, actor(person), id)),
              );
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(hidden).toBeGreaterThan(40);
  });

  test('[P17] what the desk sees as a participant is what both may see', () => {
    let seen = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(events);
        if (state.meeting.phase === 'draft') return;
        for (const [reader, person] of people.flatMap((r) => people.map((p) => [r, p] as const))) {
          const shown = projectAs(state, actor(reader), actor(person));
          for (const each of shown?.items ?? []) {
            const own = projectListedItem(state, actor(reader), each.id);
            const theirs = projectListedItem(state, actor(person), each.id);
            if (each.kind !== 'open') expect(each.kind === 'apart' ? own : theirs).toBeNull();
            else {
              seen += each.papers.length;
              const readable = new Set(own?.papers.map(({ id }) => id));
              expect(each.papers.filter(({ id }) => !readable.has(id))).toEqual([]);
              expect(each.papers.map(({ id }) => id)).toEqual(theirs?.papers.map(({ id }) => id));
            }
          }
        }
      }),
      { numRuns: 30 },
    );
    expect(seen).toBeGreaterThan(40);
  });

  test('[A3] that there is a vote on a listed item, from guests and the wall', () => {
    let hidden = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(events);
        const listed = listedItems(state);
        const votes = new Set(
          [...state.voting.votes.values()].filter(({ itemId }) => listed.has(itemId)).map(({ id }) => id),
        );
        hidden += votes.size;
        const twin = folded(
          retold(events, (event) => ('vote' in event && votes.has(event.vote) ? null : event)),
        );
        for (const audience of ['guest', 'screen'] as const)
          expect(viewOf(twin, audience)).toBe(viewOf(state, audience));
        for (const person of ['guest', 'presenter', 'observer'])
          if (state.attendance.participants.get(person)?.capacity === person)
            expect(mineOf(twin, person)).toBe(mineOf(state, person));
      }),
      { numRuns: 80 },
    );
    expect(hidden).toBeGreaterThan(0);
  });

  test("the desk's own affairs, from everybody else", () => {
    const ofTheDesk: ReadonlySet<string> = new Set([
      'InvitationAnswered',
      'JoinedOnDevice',
      'DeskTakenOver',
      'RaisedHandAnswered',
    ]);
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(events);
        const twin = folded(retold(events, (event) => (ofTheDesk.has(event.type) ? null : event)));
        for (const audience of ['member', 'guest', 'screen'] as const)
          expect(viewOf(twin, audience)).toBe(viewOf(state, audience));
      }),
      { numRuns: 60 },
    );
  });

  test('[A10] [H6] the words once entered for a secret item, from everybody; its register, from all but the desk', () => {
    let hidden = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(events);
        const secret = new Set(
          [...state.agenda.items.values()].filter(({ isSecret }) => isSecret).map(({ id }) => id),
        );
        hidden += secret.size;
        const twin = folded(retold(events, (event) => withOtherWords(event, secret)));
        for (const audience of audiences) expect(viewOf(twin, audience)).toBe(viewOf(state, audience));
        for (const person of people) expect(mineOf(twin, person)).toBe(mineOf(state, person));
        const without = folded(retold(events, (event) => (event.type.startsWith('Copy') ? null : event)));
        for (const audience of ['member', 'guest', 'screen'] as const)
          expect(viewOf(without, audience)).toBe(viewOf(state, audience));
      }),
      { numRuns: 60 },
    );
    expect(hidden).toBeGreaterThan(10);
  });

  test('who is there, from guests: they are told how many', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(events);
        const swapped = (person: string) => ({ m3: 'm4', m4: 'm3' })[person] ?? person;
        const arrivals: ReadonlySet<string> = new Set([
          'CheckedIn',
          'AttendanceRecorded',
          'ParticipantLeft',
          'ParticipantReturned',
        ]);
        const twin = folded(
          retold(events, (event) =>
            arrivals.has(event.type) && 'person' in event
              ? ({ ...event, person: swapped(event.person) } as SessionEvent)
              : event,
          ),
        );
        const twins = ['m3', 'm4'].map((id) => state.attendance.participants.get(id)?.capacity);
        const change = events.some(({ type }) => type === 'CapacityChanged' || type === 'ParticipantRemoved');
        if (change || twins[0] !== twins[1]) return;
        for (const audience of ['guest', 'screen'] as const)
          expect(viewOf(twin, audience)).toBe(viewOf(state, audience));
      }),
      { numRuns: 60 },
    );
  });
});

/** The event with every word and number about these papers changed. */
function withOtherPaper(event: SessionEvent, papers: ReadonlySet<string>): SessionEvent {
  const other = <T extends { readonly id: string }>(record: T): T =>
    papers.has(record.id) ? { ...record, ...otherPaper } : record;
  if (event.type === 'MeetingPublished') return { ...event, papers: event.papers.map(other) };
  if (event.type === 'PaperAdded') return { ...event, paper: other(event.paper) };
  if (!('paper' in event) || typeof event.paper !== 'string' || !papers.has(event.paper)) return event;
  if (event.type === 'PaperRetitled') return { ...event, title: secretText };
  if (event.type !== 'PaperVersionAdded') return event;
  const { title: _, ...otherFile } = otherPaper;
  return { ...event, version: { ...event.version, ...otherFile } };
}

/** These papers are recalled after everything else. */
const recalls = (events: readonly StoredEvent[], papers: readonly string[]): StoredEvent[] =>
  papers.map((paper, index) => {
    const last = events.at(-1) as StoredEvent;
    const data = { type: 'PaperWithdrawn', paper, reason: secretText };
    return { ...last, seq: last.seq + 1 + index, type: data.type, data };
  });

/** The event with other words for items that are secret, as if they had been entered. */
function withOtherWords(event: SessionEvent, secret: ReadonlySet<string>): SessionEvent {
  const words = { title: secretText, submittingBody: secretText, presenters: [secretText], presiderId: 'm4' };
  const item = <T extends { readonly id: string }>(record: T): T =>
    secret.has(record.id) ? { ...record, ...words } : record;
  if (event.type === 'MeetingPublished') return { ...event, items: event.items.map(item) };
  if (event.type === 'ItemAdded') return { ...event, item: item(event.item) };
  if (event.type !== 'ItemEdited' || !secret.has(event.item)) return event;
  return { ...event, changes: { ...event.changes, ...words } };
}

/** The event with every word and number about a listed item changed. */
function withOtherContent(
  event: SessionEvent,
  listed: ReadonlySet<string>,
  { paper, voting }: SessionState,
): SessionEvent {
  const item = <T extends { readonly id: string }>(record: T): T =>
    listed.has(record.id) ? { ...record, ...otherItem } : record;
  const laid = <T extends { readonly itemId: string }>(record: T): T =>
    listed.has(record.itemId) ? { ...record, ...otherPaper } : record;
  switch (event.type) {
    case 'MeetingPublished':
      return { ...event, items: event.items.map(item), papers: event.papers.map(laid) };
    case 'ItemAdded':
      return { ...event, item: item(event.item) };
    case 'ItemEdited': {
      if (!listed.has(event.item)) return event;
      const kept = Object.keys(event.changes).filter(
        (field) => field in otherItem,
      ) as (keyof typeof otherItem)[];
      return {
        ...event,
        changes: { ...event.changes, ...Object.fromEntries(kept.map((f) => [f, otherItem[f]])) },
      };
    }
    case 'ItemWithdrawn':
      return listed.has(event.item) ? { ...event, reason: secretText, consent: secretText } : event;
    case 'PaperAdded':
      return { ...event, paper: laid(event.paper) };
    case 'PaperVersionAdded': {
      if (!listed.has(paper.papers.get(event.paper)?.itemId ?? '')) return event;
      const { title: _, ...otherFile } = otherPaper;
      return { ...event, version: { ...event.version, ...otherFile } };
    }
    case 'PaperRetitled':
      return listed.has(paper.papers.get(event.paper)?.itemId ?? '')
        ? { ...event, title: secretText }
        : event;
    case 'VotingOpened':
      return listed.has(event.item)
        ? { ...event, question: secretText, reason: secretText, durationMs: 123_456 }
        : event;
    case 'BallotCast':
      return listed.has(voting.votes.get(event.vote)?.itemId ?? '') ? { ...event, choice: 'abstain' } : event;
    case 'ConclusionRecorded':
      return listed.has(event.item) ? { ...event, text: secretText } : event;
    case 'ItemOutcomeSet':
      return listed.has(event.item)
        ? { ...event, outcome: event.outcome === 'noted' ? 'deferred' : 'noted' }
        : event;
    default:
      return event;
  }
}

const otherItem = {
  title: secretText,
  kind: 'procedure',
  submittingBody: secretText,
  presenters: [secretText],
  presiderId: 'm4',
  isCollective: true,
  plannedMinutes: 999,
} as const;
const otherPaper = {
  title: secretText,
  fileName: `${CANARY}.pdf`,
  bytes: 999_999,
  pages: 777,
  hasText: false,
};
