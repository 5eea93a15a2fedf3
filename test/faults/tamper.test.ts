import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointFile } from '@hopso/server/features/audit';
import type { Q, Row } from '@hopso/server/platform/database';
import { seal } from '@hopso/server/platform/event-log';
import { and, asc, eq, gte } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testEngines } from '../support/engines.ts';
import { liftGuard } from '../support/guard.ts';
import { type Installation, openInstallation } from '../support/installation.ts';

const ballot = (person: string) => ({ type: 'BallotCast', person, choice: 'tán thành' });

/** What somebody does who owns the database, each to a meeting of its own. */
class Tamperer {
  readonly #at: Installation;

  constructor(installation: Installation) {
    this.#at = installation;
  }

  change(meeting: string, seq: number, set: Partial<Row<'meetingEvents'>>): Promise<void> {
    return this.#write(async (q) => {
      await q.update(this.#t.meetingEvents).set(set).where(this.#place(meeting, seq));
    });
  }

  takeOut(meeting: string, seq: number): Promise<void> {
    return this.#write(async (q) => {
      await q.delete(this.#t.meetingEvents).where(this.#place(meeting, seq));
    });
  }

  /** Cuts the record after `seq` and tidies up: the meeting's row and the commands agree with it. */
  async cutAfter(meeting: string, seq: number): Promise<void> {
    const { meetingEvents, commands, meetings } = this.#t;
    const last = (await this.rows(meeting)).find((row) => row.seq === seq);
    await this.#write(async (q) => {
      await q
        .delete(meetingEvents)
        .where(and(eq(meetingEvents.meetingId, meeting), gte(meetingEvents.seq, seq + 1)));
      await q.delete(commands).where(and(eq(commands.meetingId, meeting), gte(commands.firstSeq, seq + 1)));
      await q
        .update(meetings)
        .set({ headSeq: seq, headChain: last?.chain ?? '' })
        .where(eq(meetings.id, meeting));
    });
  }

  /** Changes the details of one event and seals it and all after it anew: the record is whole by itself. */
  async regrowFrom(meeting: string, seq: number, details: (text: string) => string): Promise<void> {
    const { meetingEvents, meetings } = this.#t;
    const rows = await this.rows(meeting);
    let chain = rows.find((row) => row.seq === seq - 1)?.chain ?? '';
    await this.#write(async (q) => {
      for (const row of rows.filter((one) => one.seq >= seq)) {
        const text = row.seq === seq ? details(row.details ?? '') : (row.details ?? '');
        const sealed = seal({ ...row, meeting }, JSON.parse(text), chain);
        await q.update(meetingEvents).set(sealed).where(this.#place(meeting, row.seq));
        chain = sealed.chain;
      }
      await q.update(meetings).set({ headChain: chain }).where(eq(meetings.id, meeting));
    });
  }

  deleteMeeting(meeting: string): Promise<void> {
    const { meetingEvents, commands, meetings } = this.#t;
    return this.#write(async (q) => {
      await q.delete(meetingEvents).where(eq(meetingEvents.meetingId, meeting));
      await q.delete(commands).where(eq(commands.meetingId, meeting));
      await q.delete(meetings).where(eq(meetings.id, meeting));
    });
  }

  moveCommand(meeting: string, command: string, places: Partial<Row<'commands'>>): Promise<void> {
    const { commands } = this.#t;
    return this.#write(async (q) => {
      const one = and(eq(commands.meetingId, meeting), eq(commands.id, command));
      await q.update(commands).set(places).where(one);
    });
  }

  async rows(meeting: string): Promise<Row<'meetingEvents'>[]> {
    const { meetingEvents } = this.#t;
    const { read } = this.#at.database.db;
    return read
      .select()
      .from(meetingEvents)
      .where(eq(meetingEvents.meetingId, meeting))
      .orderBy(asc(meetingEvents.seq));
  }

  get #t() {
    return this.#at.database.db.t;
  }

  #place(meeting: string, seq: number) {
    const { meetingEvents } = this.#t;
    return and(eq(meetingEvents.meetingId, meeting), eq(meetingEvents.seq, seq));
  }

  async #write(fn: (q: Q) => Promise<void>): Promise<void> {
    await this.#at.database.db.write(fn);
  }
}

const blobPath = ({ dataDir }: Installation, sha256: string) =>
  join(dataDir, 'blobs', sha256.slice(0, 2), sha256.slice(2));

function flipByte(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe.each(testEngines())('tampering with an installation on $name', (engine) => {
  const victims = ['cut', 'edited', 'erased', 'gone', 'reattributed', 'regrown', 'thinned', 'unclaimed'];
  let installation: Installation;
  let tamperer: Tamperer;

  beforeAll(async () => {
    installation = await openInstallation(engine);
    tamperer = new Tamperer(installation);
    for (const meeting of ['untouched', ...victims]) {
      await installation.publish(meeting);
      for (const person of ['a', 'b', 'c']) await installation.append(meeting, ballot(person));
      await installation.checkpoints.flush();
      await installation.append(meeting, ballot('d'));
    }
    await liftGuard(installation.database);
  });
  afterAll(() => installation.dispose());

  test('an untouched installation is whole', async () => {
    expect(await installation.verify()).toMatchObject({ ok: true, meetings: 9, events: 45, faults: [] });
  });

  test('each deed is found and named with its meeting and place, and nobody else is accused', async () => {
    await tamperer.change('edited', 3, {
      details: '{"choice":"không tán thành","person":"b","type":"BallotCast"}',
    });
    await tamperer.change('reattributed', 3, { actorId: 'somebody' });
    await tamperer.change('erased', 3, { details: null, salt: null });
    await tamperer.takeOut('thinned', 3);
    await tamperer.cutAfter('cut', 3);
    await tamperer.regrowFrom('regrown', 2, (text) => text.replace('tán thành', 'không tán thành'));
    await tamperer.deleteMeeting('gone');
    const [, second] = await tamperer.rows('unclaimed');
    await tamperer.moveCommand('unclaimed', second?.commandId ?? '', { firstSeq: 40, lastSeq: 40 });

    const { ok, faults } = await installation.verify();
    const thirdOf = async (meeting: string) => (await tamperer.rows(meeting))[2]?.commandId;
    expect(ok).toBe(false);
    expect(faults.filter(({ kind }) => kind.startsWith('record') || kind.startsWith('meeting'))).toEqual([
      { kind: 'record-cut', meeting: 'cut', seq: 4 },
      { kind: 'record-details', meeting: 'edited', seq: 3 },
      { kind: 'record-erased', meeting: 'erased', seq: 3 },
      { kind: 'record-head', meeting: 'reattributed', seq: 3 },
      { kind: 'record-rewritten', meeting: 'regrown', seq: 4 },
      { kind: 'record-order', meeting: 'thinned', seq: 3 },
      { kind: 'meeting-missing', meeting: 'gone' },
    ]);
    expect(faults.filter(({ kind }) => kind.startsWith('command') || kind.startsWith('event'))).toEqual([
      { kind: 'command-places', meeting: 'thinned', command: expect.any(String), seq: 3 },
      { kind: 'command-places', meeting: 'unclaimed', command: second?.commandId, seq: 40 },
      { kind: 'event-unclaimed', meeting: 'reattributed', command: await thirdOf('reattributed'), seq: 3 },
      { kind: 'event-unclaimed', meeting: 'unclaimed', command: second?.commandId, seq: 2 },
    ]);
    expect(faults).toHaveLength(11);
  });
});

const [sqlite] = testEngines();

describe('tampering with what lies beside the database', () => {
  let installation: Installation;
  beforeEach(async () => {
    if (sqlite === undefined) throw new Error('There is always SQLite.');
    installation = await openInstallation(sqlite);
    await installation.publish('m1');
    await installation.checkpoints.flush();
    await installation.append('m1', ballot('a'));
    await installation.checkpoints.flush();
    await installation.publish('m2');
    await installation.checkpoints.flush();
  });
  afterEach(() => installation.dispose());

  const file = () => checkpointFile(installation.dataDir);
  const lines = () => readFileSync(file(), 'utf8').split('\n').slice(0, -1);
  const rewrite = (changed: readonly string[]) => writeFileSync(file(), `${changed.join('\n')}\n`);
  const faults = async () => (await installation.verify()).faults;
  const withChain = (line: string) => line.replace(/"chain":"\w{4}/, '"chain":"0000');

  test('a stored paper with one byte changed is named', async () => {
    const blob = await installation.upload('m1', 'Tờ trình về kế hoạch đầu tư công');
    await installation.append('m1', { type: 'PaperAdded', paper: { id: 'p1', sha256: blob.sha256 } });
    expect(await faults()).toEqual([]);
    flipByte(blobPath(installation, blob.sha256));
    expect(await faults()).toEqual([
      { kind: 'paper-altered', meeting: 'm1', seq: 3, paper: 'p1', sha256: blob.sha256 },
    ]);
  });

  test('so is that of a new version', async () => {
    const blob = await installation.upload('m1', 'Tờ trình, bản 2');
    const version = { version: 2, sha256: blob.sha256 };
    await installation.append('m1', { type: 'PaperVersionAdded', paper: 'p1', version });
    expect(await faults()).toEqual([]);
    flipByte(blobPath(installation, blob.sha256));
    expect(await faults()).toMatchObject([{ kind: 'paper-altered', paper: 'p1', sha256: blob.sha256 }]);
  });

  test('a stored paper that is gone is named, also one that only an upload knows', async () => {
    const published = await installation.upload('m1', 'Báo cáo');
    const uploaded = await installation.upload('m1', 'Dự thảo nghị quyết');
    await installation.publish('m3', [published]);
    for (const { sha256 } of [published, uploaded]) rmSync(blobPath(installation, sha256));
    expect(await faults()).toEqual([
      { kind: 'paper-missing', meeting: 'm3', seq: 1, paper: 'm3 paper 0', sha256: published.sha256 },
      { kind: 'paper-missing', meeting: 'm1', sha256: uploaded.sha256 },
    ]);
  });

  test('a checkpoint line that was edited is named, and no record is accused by it', async () => {
    const [first = '', second = '', third = ''] = lines();
    rewrite([first, withChain(second), third]);
    expect(await faults()).toEqual([
      { kind: 'checkpoint-chain', line: 3 },
      { kind: 'checkpoint-root', line: 3 },
    ]);
    rewrite([first, second, withChain(third)]);
    expect(await faults()).toEqual([{ kind: 'checkpoint-root', line: 3 }]);
    rewrite([first, second.replace('"v":1', '"v": 1'), third]);
    expect(await faults()).toEqual([
      { kind: 'checkpoint-unreadable', line: 2 },
      { kind: 'checkpoint-chain', line: 3 },
    ]);
  });

  test('a checkpoint line that was taken out is named; so is a file that is gone', async () => {
    const [first = '', , third = ''] = lines();
    rewrite([first, third]);
    expect(await faults()).toEqual([
      { kind: 'checkpoint-chain', line: 2 },
      { kind: 'checkpoint-root', line: 2 },
    ]);
    rmSync(file());
    expect(await faults()).toEqual([{ kind: 'checkpoint-missing' }]);
  });

  test('a line that was never finished is told, not held against anybody', async () => {
    appendFileSync(file(), '{"at":16195');
    const verification = await installation.verify();
    expect(verification).toMatchObject({ ok: true, checkpoints: { lines: 3, torn: true } });
    expect(verification.checkpoints.lastAt).toBe(Date.UTC(2021, 3, 28, 1));
  });

  test('an installation is verified while its server goes on writing', async () => {
    const writing = async () => {
      for (let n = 0; n < 40; n += 1) {
        await installation.append('m1', ballot(`p${n}`));
        if (n % 10 === 0) await installation.checkpoints.flush();
      }
    };
    const verifying = async () => {
      for (let n = 0; n < 8; n += 1) expect(await faults()).toEqual([]);
    };
    await Promise.all([writing(), verifying()]);
  });
});
