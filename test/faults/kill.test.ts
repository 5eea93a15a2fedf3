import { randomUUID } from 'node:crypto';
import { verifyInstallation } from '@hopso/server/features/audit';
import { openBlobFolder } from '@hopso/server/platform/blobs';
import { readSqlite, snapshotsOf } from '@hopso/server/platform/database';
import { verifyRecord } from '@hopso/server/platform/event-log';
import type { Choice } from '@hopso/shared/meeting';
import type { MeetingView } from '@hopso/shared/session';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seatHolders, secretary } from '../support/committee.ts';
import { quietLogger, temporaryFolder } from '../support/engines.ts';
import { addPeople, openLiveSide, openVote, type Session, startSession } from '../support/live-side.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { type ServerProcess, signInAll, startServer } from '../support/server-process.ts';
import { Tablet } from '../support/tablets.ts';

const ROUNDS = 10;
const BALLOTS_PER_TABLET = 60;
const READY_WITHIN_MS = 10_000;

const folder = temporaryFolder();
let session: Session;
let vote: string;
let cookies: Map<string, string>;
let running: ServerProcess | null = null;

interface Ballot {
  readonly id: string;
  readonly person: string;
  readonly choice: Choice;
}
/** Ballots that were acknowledged, with the place the answer named. */
const acknowledged = new Map<string, Ballot & { readonly seq: number }>();
/** Ballots that were sent and never answered: stored or not, nobody was told. */
const unknown = new Map<string, Ballot>();

beforeAll(async () => {
  const side = await openLiveSide({ dataDir: folder.path });
  await addPeople(side.database);
  session = await startSession(side);
  vote = await openVote(side, session);
  cookies = await signInAll(side.database.db, [...seatHolders, secretary]);
  await side.close();
});
afterAll(async () => {
  await running?.kill();
  folder.remove();
});

const send = (tablet: Tablet, { id, choice }: Ballot) =>
  tablet.command(session.meeting, { type: 'CastBallot', vote, round: 1, choice }, id);

async function connectAll(url: string): Promise<Map<string, Tablet>> {
  const tablets = new Map<string, Tablet>();
  for (const person of seatHolders) {
    const tablet = await new Tablet(url, { cookie: cookies.get(person) ?? '' }).connect();
    await tablet.mustJoin(session.meeting);
    tablets.set(person, tablet);
  }
  return tablets;
}

/** Everybody votes again and again, until a number of answers have come that nobody could foretell: then the process is gone. */
async function stormUntilKilled(server: ServerProcess, random: Random): Promise<void> {
  const tablets = await connectAll(server.url);
  const killAfter = 1 + random.below(seatHolders.length * BALLOTS_PER_TABLET - 1);
  let answers = 0;
  let killing: Promise<void> | null = null;
  const cast = async (tablet: Tablet, ballot: Ballot) => {
    unknown.set(ballot.id, ballot);
    const answer = await send(tablet, ballot);
    if (!answer.ok) throw new Error(`A ballot was refused: ${answer.problem.code}`);
    unknown.delete(ballot.id);
    acknowledged.set(ballot.id, { ...ballot, seq: answer.seq });
    answers += 1;
    if (answers === killAfter) killing = server.kill();
  };
  const storm = [...tablets].flatMap(([person, tablet]) =>
    Array.from({ length: BALLOTS_PER_TABLET }, () => {
      const choice = random.pick(['approve', 'disapprove', 'abstain'] as const);
      return cast(tablet, { id: randomUUID(), person, choice });
    }),
  );
  // Who was not answered learns it when the connection goes.
  const outcomes = await Promise.allSettled(storm);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('disconnected');
  await killing;
  expect(answers).toBeGreaterThanOrEqual(killAfter);
  for (const tablet of tablets.values()) tablet.close();
}

/** What the data folder says, with no server over it. */
async function stored() {
  const { db, close } = readSqlite(folder.path);
  const { meetingEvents, commands, meetings } = db.t;
  const rows = await db.read
    .select()
    .from(meetingEvents)
    .where(eq(meetingEvents.meetingId, session.meeting))
    .orderBy(meetingEvents.seq);
  const remembered = await db.read
    .select({ id: commands.id })
    .from(commands)
    .where(eq(commands.meetingId, session.meeting));
  const [meeting] = await db.read.select().from(meetings).where(eq(meetings.id, session.meeting));
  close();
  const ballots = rows.filter(({ type }) => type === 'BallotCast');
  const end = { seq: meeting?.headSeq ?? 0, chain: meeting?.headChain ?? '' };
  return {
    verdict: verifyRecord(session.meeting, rows, end),
    ballots: ballots.map(({ seq, commandId, details }) => ({
      seq,
      commandId,
      ...JSON.parse(details ?? '{}'),
    })),
    commands: remembered.map(({ id }) => id),
  };
}

/** Every acknowledged ballot once, where its answer said; of the others each once or not at all. */
async function expectNothingLost(): Promise<void> {
  const { verdict, ballots, commands } = await stored();
  expect(verdict).toMatchObject({ ok: true });
  const places = new Map<string, number[]>();
  for (const { commandId, seq } of ballots) places.set(commandId, [...(places.get(commandId) ?? []), seq]);
  for (const { id, seq } of acknowledged.values()) expect([id, places.get(id)]).toEqual([id, [seq]]);
  for (const id of unknown.keys()) expect(places.get(id)?.length ?? 0).toBeLessThanOrEqual(1);
  expect(ballots.length).toBeLessThanOrEqual(acknowledged.size + unknown.size);
  expect(new Set(commands).size).toBe(commands.length);
  for (const { commandId, person, choice } of ballots) {
    const sent = acknowledged.get(commandId) ?? unknown.get(commandId);
    expect({ person, choice }).toEqual({ person: sent?.person, choice: sent?.choice });
  }
}

/** Whoever was not answered asks again under the same id, as the tablet does. */
async function askAgain(server: ServerProcess): Promise<void> {
  for (const person of seatHolders) {
    const open = [...unknown.values()].filter((ballot) => ballot.person === person);
    // One connection takes a burst of two hundred messages.
    for (let start = 0; start < open.length; start += 150) {
      const tablet = await new Tablet(server.url, { cookie: cookies.get(person) ?? '' }).connect();
      for (const ballot of open.slice(start, start + 150)) {
        const answer = await send(tablet, ballot);
        if (!answer.ok) throw new Error(answer.problem.code);
        unknown.delete(ballot.id);
        acknowledged.set(ballot.id, { ...ballot, seq: answer.seq });
      }
      tablet.close();
    }
  }
}

test(`${ROUNDS} kills in the middle of a ballot storm lose no acknowledged ballot and count none twice`, async () => {
  const random = randomFrom(1_945);
  for (let round = 0; round < ROUNDS; round += 1) {
    running = await startServer(folder.path);
    expect(running.readyAfterMs).toBeLessThan(READY_WITHIN_MS);
    // Half of the time what was left open is asked again, half of the time later: an id keeps its meaning.
    if (random.chance(0.5)) await askAgain(running);
    await stormUntilKilled(running, random);
    await expectNothingLost();
  }
  running = await startServer(folder.path);
  await askAgain(running);
  const desk = await new Tablet(running.url, { cookie: cookies.get(secretary) ?? '' }).connect();
  for (const type of ['CloseVoting', 'PublishResult'] as const)
    expect(await desk.command(session.meeting, { type, vote, round: 1 })).toMatchObject({ ok: true });
  const result = await desk.fetch(`/api/meetings/${session.meeting}/result`);
  const { view } = (await result.json()) as { view: MeetingView };
  // Who is still connected does not keep it from ending.
  expect(await running.stop()).toBe(0);
  desk.close();
  await expectNothingLost();
  const last = new Map<string, Choice>();
  const inOrder = [...acknowledged.values()].toSorted((a, b) => a.seq - b.seq);
  for (const { person, choice } of inOrder) last.set(person, choice);
  const shown = view.votes[vote];
  const announced = shown?.isListed === false ? (shown.result?.ballots ?? {}) : {};
  expect(new Map(Object.entries(announced).map(([person, { choice }]) => [person, choice]))).toEqual(last);
  expect(last.size).toBe(seatHolders.length);
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 20);
  const blobs = await openBlobFolder(`${folder.path}/blobs`);
  const snapshotOf = snapshotsOf({ engine: 'sqlite', dataDir: folder.path }, quietLogger);
  const verified = await verifyInstallation({ snapshot: snapshotOf, dataDir: folder.path, blobs });
  expect(verified).toMatchObject({ ok: true, faults: [], meetings: 1 });
});
