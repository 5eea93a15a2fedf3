import type { Choice } from '@hopso/shared/meeting';
import { project } from '@hopso/shared/session';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chair, seatHolders, secretary } from '../support/committee.ts';
import { type LiveSide, openLiveSide, type Session, startSession } from '../support/live-side.ts';
import { type Random, randomFrom } from '../support/random.ts';

const RACES = 200;
/** A meeting holds 99 rounds of a vote. */
const RACES_PER_MEETING = 50;
const choices = ['approve', 'disapprove', 'abstain'] as const;

let side: LiveSide;
const sum = { counted: 0, late: 0, replaced: 0 };

beforeAll(async () => {
  side = await openLiveSide();
});
afterAll(() => side.close());

/** Lets some turns of the process go by: that is what decides who comes first. */
async function later(random: Random): Promise<void> {
  for (let turns = random.below(6); turns > 0; turns -= 1)
    await new Promise((resolve) => (random.chance(0.5) ? setImmediate(resolve) : resolve(null)));
}

async function openRound({ meeting, items }: Session, round: number): Promise<string> {
  const named = { item: items[0], round, question: 'Thông qua?', durationMs: null };
  const reason = round === 1 ? null : 'Biểu quyết lại';
  const { created } = await side.must(secretary, meeting, { type: 'OpenVoting', ...named, reason });
  return created[0] ?? '';
}

interface Acknowledged {
  readonly seq: number;
  readonly choice: Choice;
}

/** Everybody votes, some twice, while both desks close; returns by person the last ballot that was acknowledged. */
async function race({ meeting }: Session, vote: string, round: number, random: Random) {
  const acknowledged = new Map<string, Acknowledged>();
  const cast = async (person: string) => {
    await later(random);
    const choice = random.pick(choices);
    const answer = await side.order(person, meeting, { type: 'CastBallot', vote, round, choice });
    if (!answer.ok) {
      expect(answer.problem).toEqual({ code: 'voting/closed' });
      sum.late += 1;
      return;
    }
    const before = acknowledged.get(person);
    if (before !== undefined) sum.replaced += 1;
    if (before === undefined || before.seq < answer.seq)
      acknowledged.set(person, { seq: answer.seq, choice });
  };
  const close = async (person: string) => {
    await later(random);
    return side.must(person, meeting, { type: 'CloseVoting', vote, round });
  };
  const voters = seatHolders.filter(() => random.chance(0.9));
  const again = seatHolders.filter(() => random.chance(0.3));
  const acts = [...voters, ...again].map((person) => () => cast(person));
  const closers = [secretary, ...(random.chance(0.5) ? [chair] : [])].map((person) => () => close(person));
  const shuffled: (() => Promise<unknown>)[] = [];
  for (const act of [...acts, ...closers]) shuffled.splice(random.below(shuffled.length + 1), 0, act);
  await Promise.all(shuffled.map((act) => act()));
  return acknowledged;
}

test(`in ${RACES} races of casting against closing the announced, the stored and the acknowledged are one`, async () => {
  let session = await startSession(side);
  for (let seed = 1; seed <= RACES; seed += 1) {
    const random = randomFrom(seed);
    const round = ((seed - 1) % RACES_PER_MEETING) + 1;
    if (round === 1 && seed > 1) session = await startSession(side);
    const { meeting } = session;
    const vote = await openRound(session, round);
    const from = (await side.log.head(meeting))?.seq ?? 0;
    const acknowledged = await race(session, vote, round, random);
    await side.must(secretary, meeting, { type: 'PublishResult', vote, round });

    const record = (await side.log.since(meeting, from, 1_000)).map(({ data }) => data);
    const closings = record.flatMap((event, index) => (event?.type === 'VotingClosed' ? [index] : []));
    expect(closings, `seed ${seed}`).toHaveLength(1);
    const stored = new Map<string, unknown>();
    for (const [index, event] of record.entries()) {
      if (event?.type !== 'BallotCast') continue;
      expect(index, `seed ${seed}: a ballot after the closing`).toBeLessThan(closings[0] ?? 0);
      stored.set(String(event.person), event.choice);
    }
    const told = new Map([...acknowledged].map(([person, { choice }]) => [person, choice]));
    const announced = await side.rooms.read(meeting, (state) => {
      const view = project(state, meeting, 'member').votes[vote];
      return view?.isListed === false ? view.result : null;
    });
    const named = Object.entries(announced?.ballots ?? {}).map(
      ([person, { choice }]) => [person, choice] as const,
    );
    expect(new Map(named), `seed ${seed}`).toEqual(stored);
    expect(told, `seed ${seed}`).toEqual(stored);
    for (const choice of choices) {
      const count = [...stored.values()].filter((given) => given === choice).length;
      expect(announced?.tally[choice], `seed ${seed}: ${choice}`).toBe(count);
    }
    sum.counted += stored.size;
  }
  // Both sides won often enough for the race to have been one.
  expect(sum.counted).toBeGreaterThan(RACES);
  expect(sum.late).toBeGreaterThan(RACES);
  expect(sum.replaced).toBeGreaterThan(RACES / 10);
  expect(side.faults).toEqual([]);
  expect(await side.verify(session.meeting)).toMatchObject({ ok: true });
});
