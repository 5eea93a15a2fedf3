import { randomUUID } from 'node:crypto';
import { project } from '@hopso/shared/session';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { members, seatHolders } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, serveLiveSide } from '../support/live-server.ts';
import { openVote, type Session, startSession } from '../support/live-side.ts';
import { person, type Tablet, viewFrom } from '../support/tablets.ts';

const PLENTY = 1_000_000;

let server: LiveServer;
let session: Session;
let vote: string;
let tablets: Tablet[];

beforeEach(async () => {
  server = await serveLiveSide();
  session = await startSession(server);
  vote = await openVote(server, session);
  tablets = await Promise.all(seatHolders.map((name) => person(server.url, name).connect()));
  for (const tablet of tablets) await tablet.mustJoin(session.meeting);
});
afterEach(async () => {
  for (const tablet of tablets) tablet.close();
  await server.close();
  expect(server.faults).toEqual([]);
});

const pages = (limit: number | 'as many as there are') => {
  const { writer } = server.database;
  const now = Number(writer.pragma('page_count', { simple: true }));
  writer.pragma(`max_page_count = ${limit === 'as many as there are' ? now : limit}`);
};
const ballot = { type: 'CastBallot', round: 1, choice: 'approve' } as const;

/** Ids of the ballots in the record, in order. */
const storedIds = async () => {
  const events = await server.log.since(session.meeting, 0, 100_000);
  return events.filter(({ type }) => type === 'BallotCast').map(({ commandId }) => commandId);
};

test('a vote that does not fit on the disk is said not to be stored, none is half so, and all goes on with room', async () => {
  pages('as many as there are');
  const acknowledged: string[] = [];
  const refused: string[] = [];
  // What is left in the pages that exist still takes some; then no more.
  for (let round = 0; refused.length < 20; round += 1) {
    expect(round).toBeLessThan(100);
    await Promise.all(
      tablets.map(async (tablet) => {
        const id = randomUUID();
        const answer = await tablet.command(session.meeting, { ...ballot, vote }, id);
        if (answer.ok) acknowledged.push(id);
        else {
          expect(answer.problem).toEqual({ code: 'storage/full' });
          refused.push(id);
        }
      }),
    );
  }
  const stored = await storedIds();
  expect(stored.toSorted()).toEqual(acknowledged.toSorted());

  // Reading goes on: the screens show what is stored, over both doors.
  const late = await person(server.url, members[0]).connect();
  tablets.push(late);
  expect((await late.join(session.meeting)).ok).toBe(true);
  const snapshot = await late.snapshot(session.meeting);
  await late.sync(session.meeting, snapshot);
  // A snapshot may be up to a second old; the frames after it make up for that.
  await eventually(async () => {
    const { view } = viewFrom(snapshot, late.all('frame'));
    await server.rooms.read(session.meeting, (state) => {
      const { ballots } = state.voting.votes.get(vote) ?? { ballots: new Map() };
      expect(view.votes[vote]?.votedCount).toBe(ballots.size);
    });
  });
  const http = await late.fetch(`/api/meetings/${session.meeting}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), command: { ...ballot, vote } }),
  });
  expect([http.status, ((await http.json()) as { code: string }).code]).toEqual([503, 'storage/full']);
  for (const tablet of tablets) expect(tablet.all('reset')).toEqual([]);

  pages(PLENTY);
  const [again] = refused;
  const retried = await late.command(session.meeting, { ...ballot, vote, replaces: 'clerk' }, randomUUID());
  expect(retried).toMatchObject({ ok: true });
  expect(await tablets[0]?.command(session.meeting, { ...ballot, vote }, again)).toMatchObject({ ok: true });
  expect((await storedIds()).filter((id) => id === again)).toHaveLength(1);
  expect(await server.verify(session.meeting)).toMatchObject({ ok: true });
  await eventually(async () => {
    const { view } = viewFrom(snapshot, late.all('frame'));
    await server.rooms.read(session.meeting, (state) =>
      expect(view).toEqual(project(state, session.meeting, 'member')),
    );
  });
});

test('a COMMIT that fails under a storm leaves nobody with half an answer', async () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  let commits = 0;
  server.beforeCommit = () => {
    commits += 1;
    if (commits % 2 === 0) throw full;
  };
  const outcomes = await Promise.all(
    tablets.flatMap((tablet) =>
      Array.from({ length: 40 }, async () => {
        const id = randomUUID();
        const answer = await tablet.command(session.meeting, { ...ballot, vote }, id);
        if (!answer.ok) expect(answer.problem).toEqual({ code: 'storage/full' });
        return { id, tablet, isStored: answer.ok };
      }),
    ),
  );
  server.beforeCommit = () => {};
  const acknowledged = outcomes.filter(({ isStored }) => isStored).map(({ id }) => id);
  expect(commits).toBeGreaterThan(1);
  expect(acknowledged.length).toBeLessThan(outcomes.length);
  expect((await storedIds()).toSorted()).toEqual(acknowledged.toSorted());
  expect(await server.verify(session.meeting)).toMatchObject({ ok: true });
  // The screens come to what the log says, although the state in memory was lost under them.
  const voters = new Set(outcomes.flatMap(({ tablet, isStored }) => (isStored ? [tablet] : [])));
  const late = await person(server.url, members[0]).connect();
  tablets.push(late);
  await late.mustJoin(session.meeting);
  const snapshot = await late.snapshot(session.meeting);
  await late.sync(session.meeting, snapshot);
  await eventually(() =>
    expect(viewFrom(snapshot, late.all('frame')).view.votes[vote]?.votedCount).toBe(voters.size),
  );
});
