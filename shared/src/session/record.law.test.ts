import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isPresent, sitsAsMember } from '#attendance';
import type { StoredEvent } from '#kernel';
import { dice, facts } from './any-command.ts';
import { anyOrder, plain, play, plays } from './any-order.ts';
import { decide, decisionReads } from './decide.ts';
import { actor, committee, HOST, info, items, paper, participantsOf, profile } from './fixtures.ts';
import { project } from './project.ts';
import { stateAfter } from './spec.ts';
import { evolve, fold, initialSession, type SessionEvent, type SessionState } from './state.ts';

// A law is tried many times; a busy machine takes longer over it than over a rule.
vi.setConfig({ testTimeout: 30_000 });

const runs = (numRuns: number) => ({ numRuns });
const folded = (events: readonly StoredEvent[]) => plain(fold(initialSession(), events));

describe('[S7] deciding', () => {
  test('the same order in the same context gives the same events, and touches no state', () => {
    fc.assert(
      fc.property(plays(30), ({ beginning, seeds }) => {
        play(beginning, seeds, {
          asked: ({ state, order, now, ids }) => {
            const context = { now, ids, actor: order.actor, facts };
            const before = JSON.stringify(plain(state));
            const first = decide(state, order.command, context);
            expect(decide(state, order.command, context)).toEqual(first);
            expect(JSON.stringify(plain(state))).toBe(before);
          },
        });
      }),
      runs(40),
    );
  });

  test('events are JSON and nothing else, so that they mean the same when they are read again', () => {
    fc.assert(
      fc.property(plays(40), ({ beginning, seeds }) => {
        play(beginning, seeds, {
          asked: ({ state, order, now, ids }) => {
            const decided = decide(state, order.command, { now, ids, actor: order.actor, facts });
            if (decided.ok) expect(JSON.parse(JSON.stringify(decided.value))).toStrictEqual(decided.value);
            else expect(JSON.parse(JSON.stringify(decided.error))).toStrictEqual(decided.error);
          },
        });
      }),
      runs(60),
    );
  });
});

describe('[S8] folding the record', () => {
  test('is the same wherever the batches are split, and however often it is done', () => {
    fc.assert(
      fc.property(plays(50), fc.array(fc.nat(60), { maxLength: 6 }), ({ beginning, seeds }, cuts) => {
        const { state, events } = play(beginning, seeds);
        const bounds = [
          0,
          ...cuts.map((cut) => cut % (events.length + 1)).sort((a, b) => a - b),
          events.length,
        ];
        const batches = bounds.slice(1).map((end, index) => events.slice(bounds[index], end));
        expect(plain(batches.reduce(fold, initialSession()))).toEqual(folded(events));
        expect(folded(events)).toEqual(folded(events));
        expect(plain(state)).toEqual(folded(events));
      }),
      runs(100),
    );
  });

  test('goes through whatever events come in whatever order: history is never refused', () => {
    fc.assert(
      fc.property(plays(40), plays(40), fc.integer(), (one, other, seed) => {
        const d = dice(seed);
        const events = [
          ...play(one.beginning, one.seeds).events,
          ...play(other.beginning, other.seeds).events,
        ]
          .map((event) => ({ event, rank: d.roll(1_000) }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }, index) => ({ ...event, seq: index + 1 }));
        expect(fold(initialSession(), events).seq).toBe(events.length);
      }),
      runs(100),
    );
  });

  test('an event whose details were erased only moves the position', () => {
    fc.assert(
      fc.property(plays(30), fc.nat(), ({ beginning, seeds }, pick) => {
        const { events } = play(beginning, seeds);
        const index = pick % events.length;
        const erased = events.map((event, i) => (i === index ? { ...event, data: null } : event));
        const state = fold(initialSession(), erased);
        expect(state.seq).toBe(events.length);
        const upTo = erased.slice(0, index + 1);
        const before = events.slice(0, index);
        expect(plain(fold(initialSession(), upTo))).toEqual({
          ...(plain(fold(initialSession(), before)) as object),
          seq: index + 1,
          lastAt: events[index]?.at,
        });
      }),
      runs(60),
    );
  });
});

describe('[S9] publication', () => {
  const publishing = (seeds: readonly number[]) => {
    const { state } = play('draft', seeds);
    const before = plain(state) as { phase?: string };
    const context = { now: state.lastAt, ids: [], actor: actor('office'), facts };
    return { state, before, decided: decide(state, { type: 'PublishMeeting' }, context) };
  };
  /** What was prepared, without the numbering of versions and times that the record begins anew. */
  const prepared = (state: SessionState) => ({
    items: [...state.agenda.items.values()].map(({ rev: _, addedAt: __, ...content }) => content),
    order: state.agenda.order,
    children: [...state.agenda.children].filter(([, below]) => below.length > 0).sort(),
    people: [...state.attendance.participants.values()].map(
      ({ personId, capacity, seatId, site, substitutesFor, name, post, unit }) => [
        ...[personId, capacity, seatId, site, substitutesFor],
        ...[name, post, unit],
      ],
    ),
    papers: [...state.paper.papers.values()]
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ rev: _, addedAt: __, version: ___, versions: ____, ...content }) => content)
      .sort((a, b) => a.id.localeCompare(b.id)),
    info: state.meeting.info,
  });

  test('the record alone says everything that was prepared, and what follows does not depend on the preparation', () => {
    let published = 0;
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 40 }), (seeds) => {
        const { state, decided } = publishing(seeds);
        if (!decided.ok || state.meeting.phase !== 'draft') return;
        published++;
        const [event] = decided.value as readonly [SessionEvent];
        const was = JSON.parse(JSON.stringify(prepared(state))) as ReturnType<typeof prepared>;
        const meta = { seq: 1, at: state.lastAt, actorId: 'office' };
        const alone = evolve(initialSession(), event, meta);
        const now = JSON.parse(JSON.stringify(prepared(alone))) as ReturnType<typeof prepared>;
        const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
        expect({ ...now, items: [...now.items].sort(byId) }).toEqual({
          ...was,
          items: [...was.items].sort(byId),
        });
        expect(plain(evolve(state, event, meta))).toEqual(plain(alone));
      }),
      runs(100),
    );
    expect(published).toBeGreaterThan(20);
  });

  test('what happened to the lists before it leaves nothing behind', () => {
    const state = stateAfter([
      { type: 'MeetingPrepared', info: info() },
      { type: 'ParticipantsAdded', participants: participantsOf(committee(3)) },
      { type: 'DeskTakenOver', from: null, to: 'clerk', name: 'x' },
      ...items.map((item): SessionEvent => ({ type: 'ItemAdded', item, before: null, consent: null })),
      { type: 'ItemRemoved', item: 'i3' },
      { type: 'PaperAdded', paper: paper('p1', 'i1') },
      { type: 'PaperWithdrawn', paper: 'p1', reason: 'x' },
    ]);
    const context = { now: 1, ids: [], actor: actor('office'), facts: { seats: committee(3), profile } };
    const decided = decide(state, { type: 'PublishMeeting' }, context);
    expect(decided).toMatchObject({
      ok: true,
      value: [{ items: [{ id: 'i1' }, { id: 'i1a' }, { id: 'i2' }, { id: 'secret' }], papers: [] }],
    });
    expect(HOST).toBe(state.meeting.info?.hostUnitId);
  });
});

/** What no order may break, whatever came before it. */
function brokenIn(state: SessionState): string[] {
  const { meeting, agenda, attendance, voting, decision } = state;
  const broken: string[] = [];
  const holds = (name: string, isTrue: boolean) => void (isTrue || broken.push(name));
  const votes = [...voting.votes.values()];
  const open = votes.filter(({ phase }) => phase === 'open');
  holds('[V3] one vote at a time', open.length <= 1 && (open[0]?.id ?? null) === voting.openId);
  for (const vote of votes) {
    const base = new Set(vote.base.map(({ personId }) => personId));
    holds(
      '[V2] electors are members',
      [...vote.electors].every((id) => base.has(id)),
    );
    holds(
      '[V5] electors alone vote',
      [...vote.ballots.keys()].every((id) => vote.electors.has(id)),
    );
    const item = agenda.items.get(vote.itemId);
    const isOpenTo = (person: string) => item?.openTo === 'all' || item?.openTo.includes(person) === true;
    holds('[V3] electors see the item', [...vote.electors].every(isOpenTo));
    holds('[A5] an item that was voted on is not withdrawn', item !== undefined && item.withdrawn === null);
    if (vote.phase !== 'open') continue;
    const there = [...vote.electors].map((id) => attendance.participants.get(id));
    holds(
      '[T8] electors stay there',
      there.every((p) => p !== undefined && isPresent(p.status) && sitsAsMember(p)),
    );
  }
  for (const [itemId, { outcome }] of decision.outcomes) {
    if (outcome !== 'adopted' && outcome !== 'adoptedRevise') continue;
    const adopted = decisionReads(state).isAdoptedByVote(itemId);
    holds('[D2] no outcome against a verdict', adopted !== false);
    holds(
      '[D1] collective matters are voted on',
      adopted === true || agenda.items.get(itemId)?.isCollective === false,
    );
  }
  const placed = [...agenda.order, ...[...agenda.children.values()].flat()];
  holds('[A1] every item has one place', new Set(placed).size === placed.length);
  holds(
    '[A1] and every place an item',
    placed.length === agenda.items.size && placed.every((id) => agenda.items.has(id)),
  );
  for (const [parent, below] of agenda.children) {
    holds('[A1] two levels', below.length === 0 || agenda.items.get(parent)?.parentId === null);
    holds(
      '[A1] an item knows its place',
      below.every((id) => agenda.items.get(id)?.parentId === parent),
    );
  }
  const running = [...agenda.items.values()].filter(({ currentSince }) => currentSince !== null);
  const runs = meeting.phase === 'inSession' && agenda.currentId !== null ? [agenda.currentId] : [];
  holds('[A7] one clock runs, in session', running.map(({ id }) => id).join() === runs.join());
  const spent = [...agenda.items.values()].reduce((sum, { spentMs }) => sum + spentMs, 0);
  const held = meeting.startedAt === null ? 0 : state.lastAt - meeting.startedAt - meeting.pausedMs;
  holds('[A7] items took no longer than the session', spent <= held && spent >= 0);
  const current = agenda.currentId === null ? undefined : agenda.items.get(agenda.currentId);
  holds('[A5] the current item is not withdrawn', current === undefined || current.withdrawn === null);
  const presiding = attendance.participants.get(meeting.presidingId ?? '');
  holds(
    '[M10] who presides takes part in their own right',
    meeting.presidingId === null || (presiding !== undefined && sitsAsMember(presiding)),
  );
  holds(
    '[M7] nothing is undecided after the end',
    meeting.phase !== 'ended' || votes.every(({ phase }) => phase === 'published'),
  );
  return broken;
}

test('[S10] no sequence of orders breaks a rule', () => {
  const taken = new Set<string>();
  fc.assert(
    fc.property(plays(90), ({ beginning, seeds }) => {
      play(beginning, seeds, {
        taken: ({ state, events }) => {
          taken.add(events.at(-1)?.type ?? '');
          expect(brokenIn(state)).toEqual([]);
        },
      });
    }),
    runs(150),
  );
  // A sanity check of the play itself: it reached nearly everything that can happen.
  expect(taken.size).toBeGreaterThan(30);
});

test('[S10] an order that was refused is refused without a trace, and its sender is never half obeyed', () => {
  fc.assert(
    fc.property(plays(40), fc.integer(), ({ beginning, seeds }, seed) => {
      const { state } = play(beginning, seeds);
      const before = plain(state);
      const { command } = anyOrder(state, dice(seed));
      const context = { now: state.lastAt, ids: ['a', 'b'], actor: actor('stranger'), facts };
      expect(decide(state, command, context)).toEqual({ ok: false, error: { code: 'not-found' } });
      expect(plain(state)).toEqual(before);
    }),
    runs(60),
  );
});

test('[S8] views of the same record are the same, however the state came about', () => {
  fc.assert(
    fc.property(plays(40), ({ beginning, seeds }) => {
      const { state, events } = play(beginning, seeds);
      const again = fold(initialSession(), events);
      for (const audience of ['desk', 'member', 'guest', 'screen'] as const)
        expect(project(state, 'm', audience)).toEqual(project(again, 'm', audience));
    }),
    runs(60),
  );
});
