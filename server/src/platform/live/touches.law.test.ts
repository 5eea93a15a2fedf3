import type { Json, StoredEvent } from '@hopso/shared/kernel';
import type { Facts } from '@hopso/shared/meeting';
import {
  audienceOf,
  decide,
  evolve,
  initialSession,
  project,
  projectMine,
  type SessionEvent,
  type SessionState,
} from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { likelyCommand } from '../../../../test/convergence/likely-command.ts';
import {
  actorOf,
  committeeFacts,
  everybody,
  itemContent,
  newSession,
  START,
  secretary,
} from '../../../../test/support/committee.ts';
import { randomFrom } from '../../../../test/support/random.ts';
import { movesAudiences, narrows, TouchedPersons } from './touches.ts';

const RUNS = 40;
const STEPS = 80;

/** Everything a tick takes from a state, person by person; a copy, since the state changes in place. */
const seen = (state: SessionState) =>
  new Map(
    everybody.map((person) => {
      const actor = actorOf(person);
      return [
        person,
        { audience: audienceOf(state, actor), mine: JSON.stringify(projectMine(state, actor)) },
      ];
    }),
  );

/** Ids of the items whose content everybody is shown. */
const openItems = (state: SessionState) =>
  Object.values(project(state, 'm', 'member').items).flatMap((item) => (item.isListed ? [] : [item.id]));

test('whoever is not said to be touched has the same own view, and moves to no other audience', async () => {
  const changes = { mine: 0, audiences: 0, narrowed: 0 };
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const random = randomFrom(seed);
    const drafts = new Map<string, { rev: number; text: string }>();
    const facts = committeeFacts(
      () => START,
      async (_, item) => drafts.get(item) ?? null,
    );
    let state = initialSession();
    let ids = 0;
    const happen = (events: readonly SessionEvent[], actorId: string) => {
      const touched = new TouchedPersons();
      const before = state.meeting.info === null ? null : { people: seen(state), open: openItems(state) };
      for (const event of events) {
        const base = event.type === 'MeetingPublished' ? initialSession() : state;
        state = evolve(base, event, { seq: base.seq + 1, at: START, actorId });
      }
      for (const event of events) touched.add(event, state);
      if (before === null) return;
      const moves = events.some(movesAudiences);
      for (const [person, now] of seen(state)) {
        const was = before.people.get(person);
        if (was?.mine !== now.mine) {
          changes.mine += 1;
          const isTold =
            touched.all || touched.persons.has(person) || (touched.desk && was?.audience === 'desk');
          // Who changes audience joins anew and is given the whole of it.
          const isReseated = moves && was?.audience !== now.audience;
          expect(isTold || isReseated, `seed ${seed}: ${person} after ${JSON.stringify(events)}`).toBe(true);
        }
        if (was?.audience === now.audience) continue;
        changes.audiences += 1;
        expect(moves, `seed ${seed}: ${person} after ${JSON.stringify(events)}`).toBe(true);
      }
      const closed = before.open.filter((id) => state.agenda.items.has(id) && !openItems(state).includes(id));
      if (closed.length === 0) return;
      changes.narrowed += 1;
      expect(events.some(narrows)).toBe(true);
    };

    happen([{ type: 'MeetingPrepared', info: { ...newSession, hostName: 'UBND tỉnh Long An' } }], secretary);
    const order = async ({ by, command }: ReturnType<typeof likelyCommand>) => {
      const looked: Facts = await facts(state, 'm', command, actorOf(by));
      ids += 1;
      const context = { now: START, actor: actorOf(by), ids: [`id-${ids}`], facts: looked };
      const decided = decide(state, command, context);
      if (decided.ok) happen(decided.value, by);
    };
    await order({ by: secretary, command: { type: 'AddCommittee' } });
    const content = itemContent('Nội dung');
    await order({ by: secretary, command: { type: 'AddItem', parentId: null, before: null, content } });
    for (let step = 0; step < STEPS; step += 1) await order(likelyCommand(random, state, drafts, everybody));
  }
  expect(changes.mine).toBeGreaterThan(RUNS * 50);
  expect(changes.audiences).toBeGreaterThan(RUNS * 3);
  expect(changes.narrowed).toBeGreaterThan(RUNS / 2);
});

test('an event whose details were erased touches nobody', () => {
  const erased: Pick<StoredEvent, 'data'> = { data: null };
  const touched = new TouchedPersons();
  touched.add(erased.data as Json as SessionEvent | null, initialSession());
  expect([touched.all, touched.desk, touched.persons.size]).toEqual([false, false, 0]);
  expect([movesAudiences(null), narrows(null)]).toEqual([false, false]);
});
