// Ballots per second through room and log, against the bare loop that writes the same rows, bytes and hashes.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { systemClock } from '@hopso/server/platform/clock';
import { openSqlite } from '@hopso/server/platform/database';
import { commitment, headText, leaf, link, openSqliteEventLog } from '@hopso/server/platform/event-log';
import { MeetingRoom } from '@hopso/server/platform/live';
import { answerAsks } from './child.ts';
import { choiceOf, type Hall, seatHall, storeUnit } from './hall.ts';
import type { Pair } from './measure.ts';

const ELECTORS = 1000;
const BATCH = 128;

async function pairs({ dataDir, rounds }: { dataDir: string; rounds: number }): Promise<Pair[]> {
  const database = openSqlite(dataDir, { logger: { warn() {} } });
  await storeUnit(database);
  const log = openSqliteEventLog({ database });
  const measured: Pair[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const ours = await throughRoom(await seatHall(log, `room-${round}`, ELECTORS));
    const bare = bareLoop(await seatHall(log, `loop-${round}`, ELECTORS));
    // The first two rounds only warm up.
    if (round >= 0) measured.push({ value: ours, baseline: bare });
  }
  return measured;

  async function throughRoom(hall: Hall): Promise<number> {
    const room = new MeetingRoom({
      meetingId: hall.meetingId,
      log,
      clock: systemClock,
      newId: randomUUID,
      onCommitted() {},
      onDropped() {},
    });
    await room.read(() => null);
    const startedAt = performance.now();
    const answers = await Promise.all(
      hall.seats.map(({ personId }, index) =>
        room.submit({
          id: randomUUID(),
          command: { type: 'CastBallot', vote: hall.voteId, round: 1, choice: choiceOf(index) },
          actor: { personId, name: '', post: '', unit: '', secretaryOfUnits: [] },
          facts: {},
        }),
      ),
    );
    if (!answers.every(({ ok }) => ok)) throw new Error('a ballot was refused');
    return (ELECTORS / (performance.now() - startedAt)) * 1000;
  }

  function bareLoop(hall: Hall): number {
    const { writer } = database;
    const event = writer.prepare(
      'INSERT INTO meeting_events (meeting_id, seq, type, at, actor_id, command_id, type_version, head, details, salt, chain) VALUES (?,?,?,?,?,?,?,?,?,?,?)',
    );
    const command = writer.prepare(
      'INSERT INTO commands (meeting_id, id, actor_id, body_hash, first_seq, last_seq, answer, stream) VALUES (?,?,?,?,?,?,?,?)',
    );
    const head = writer.prepare(
      'UPDATE meetings SET head_seq = ?, head_chain = ?, updated_at = ? WHERE id = ?',
    );
    const at = systemClock.now();
    let chain = '0'.repeat(64);
    let seq = 100_000;
    const startedAt = performance.now();
    for (let start = 0; start < ELECTORS; start += BATCH) {
      writer.exec('BEGIN IMMEDIATE');
      for (const [offset, { personId }] of hall.seats.slice(start, start + BATCH).entries()) {
        const choice = choiceOf(start + offset);
        const id = randomUUID();
        seq += 1;
        const body = JSON.stringify({ choice, round: 1, type: 'CastBallot', vote: hall.voteId });
        const bodyHash = createHash('sha256').update(body).digest('base64url');
        const fields = {
          meeting: hall.meetingId,
          seq,
          type: 'BallotCast',
          typeVersion: 1,
          at,
          actorId: personId,
          commandId: id,
        };
        const details = JSON.stringify({
          choice,
          person: personId,
          source: 'tablet',
          type: 'BallotCast',
          vote: hall.voteId,
        });
        const salt = randomBytes(16).toString('hex');
        const envelope = headText(fields, commitment(salt, details));
        chain = link(chain, leaf(envelope));
        event.run(hall.meetingId, seq, 'BallotCast', at, personId, id, 1, envelope, details, salt, chain);
        const answer = JSON.stringify({ ok: true, seq, at, events: 1, created: [] });
        command.run(hall.meetingId, id, personId, bodyHash, seq, seq, answer, 'record');
      }
      head.run(seq, chain, at, hall.meetingId);
      writer.exec('COMMIT');
    }
    return (ELECTORS / (performance.now() - startedAt)) * 1000;
  }
}

const api = { pairs };
export type AppendApi = typeof api;
answerAsks(api);
