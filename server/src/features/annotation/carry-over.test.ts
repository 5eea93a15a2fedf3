import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnnotationAct, AnnotationBody } from '@hopso/shared/annotation';
import { comparePages, type PageWords, type PaperVersion } from '@hopso/shared/paper';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { manualClock } from '#platform/clock';
import { type Database, openDatabase } from '#platform/database';
import { createLogger } from '#platform/telemetry';
import { Carrying, carriedId } from './carry-over.ts';
import { namedOf, sharingOf } from './note-rows.ts';
import { remarksOf } from './remarks.ts';
import { saveActs, type Told } from './save-acts.ts';

const NOW = Date.UTC(2021, 3, 28, 0, 30);
const logger = createLogger({ level: 'silent' });
const files: { readonly [sha256: string]: ReadonlyArray<readonly string[]> } = {
  one: [
    ['Điều 1. Phê duyệt kế hoạch đầu tư công', 'Tổng vốn 7.415 tỷ đồng'],
    ['Điều 2. Giao Sở Kế hoạch và Đầu tư', 'báo cáo hằng quý'],
  ],
  two: [
    ['Tóm tắt những điểm tiếp thu, giải trình'],
    ['Điều 1. Phê duyệt kế hoạch đầu tư công', 'Tổng vốn 7.515 tỷ đồng'],
    ['Điều 2. Giao Sở Kế hoạch và Đầu tư', 'báo cáo hằng quý'],
  ],
};
const pagesOf = (sha256: string): PageWords[] =>
  (files[sha256] ?? []).map((texts, index) => ({
    page: index + 1,
    lines: texts.map((text, line) => ({ text, box: [72, 700 - line * 20, 500, 714 - line * 20] })),
    picture: null,
  }));

let folder: string;
let database: Database;
let versions: PaperVersion[];
let areWordsRead: boolean;
let told: Told[];
const carrying = () =>
  new Carrying({
    db: database.db,
    clock: manualClock(NOW),
    logger,
    papers: {
      versionsOf: async () => versions,
      comparisonOf: async (older, newer) =>
        areWordsRead ? comparePages(pagesOf(older), pagesOf(newer)) : null,
      wordsOf: async (sha256) => ({ pages: pagesOf(sha256) }),
    },
    tellChanged: (_, change) => void told.push(change),
  });
const version = (number: number, sha256: string): PaperVersion => ({
  ...{ version: number, sha256, fileName: 'a.pdf', bytes: 1, pages: files[sha256]?.length ?? 0 },
  ...{ hasText: true, addedAt: NOW },
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hopso-carry-'));
  database = await openDatabase({ engine: 'sqlite', dataDir: folder }, { logger });
  versions = [version(1, 'one'), version(2, 'two')];
  areWordsRead = true;
  told = [];
  const { write, t } = database.db;
  await write(async (q) => {
    await q.insert(t.units).values({
      ...{
        id: 'u1',
        code: '80',
        name: 'UBND tỉnh',
        level: 'province',
        sortKey: '80',
        validFrom: '1976-01-01',
      },
    });
    for (const id of ['an', 'ba'])
      await q
        .insert(t.persons)
        .values({ id, name: id, post: '', unitId: 'u1', active: true, createdAt: NOW });
    await q.insert(t.meetings).values({
      ...{ id: 'm1', unitId: 'u1', phase: 'published', kind: 'regular', title: 'Họp', place: 'P1' },
      ...{ startsAt: NOW, createdBy: 'an', createdAt: NOW, updatedAt: NOW },
    });
  });
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const uuid = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;
const pen = { colour: 'blue', width: 2 } as const;
const stroke = (y: number): AnnotationBody => ({ ...pen, points: [[100, y, 0.5]] });
/** `n` names the note, `turn` which act on it. */
const act = (n: number, turn: number, change: Partial<AnnotationAct> = {}): AnnotationAct => ({
  ...{ actId: uuid(n * 100 + turn), id: uuid(n), paperId: 'p1', version: 1, page: 1, type: 'ink' },
  ...{ sharing: 'private', body: stroke(706), at: NOW - 1_000 + turn, ...change },
});
const save = (ownerId: string, ...acts: readonly AnnotationAct[]) =>
  saveActs(database.db, {
    ...{ meetingId: 'm1', ownerId, acts, withPart: new Set(['an', 'ba']), now: NOW },
    standing: {
      isDesk: false,
      papers: new Map([
        [
          'p1',
          {
            access: 'all',
            mayAnnotate: true,
            pages: new Map([
              [1, 2],
              [2, 3],
            ]),
          },
        ],
      ]),
    },
  });
async function carry(from = carrying()): Promise<void> {
  from.addAll('m1', [act(0, 0)]);
  await from.settled();
}
async function on(number: number) {
  const { read, t } = database.db;
  const rows = await read
    .select()
    .from(t.annotations)
    .where(and(eq(t.annotations.version, number)));
  const named = await namedOf(
    database.db,
    read,
    rows.map(({ id }) => id),
  );
  return rows
    .map((row) => ({
      ...row,
      body: row.body as unknown as AnnotationBody | null,
      sharing: sharingOf(row, named),
    }))
    .sort((a, b) => a.page - b.page || (a.id < b.id ? -1 : 1));
}

test('[N8] every note goes along with its owner and sharing; the older ones stay', async () => {
  await save('an', act(1, 0), act(2, 0, { body: stroke(686) }));
  await save(
    'ba',
    act(3, 0, { page: 2, sharing: ['an'] }),
    act(4, 0, { page: 2, type: 'bookmark', body: pen, sharing: 'all' }),
  );
  const before = await on(1);
  await carry();
  expect(await on(1)).toEqual(before);
  const copies = await on(2);
  const placed = new Map(copies.map((copy) => [copy.body?.origin?.id, copy]));
  expect(placed.get(uuid(1))).toMatchObject({
    page: 2,
    ownerId: 'an',
    sharing: 'private',
    body: { placement: 'carried' },
  });
  expect(placed.get(uuid(2))).toMatchObject({
    page: 1,
    body: { placement: 'tray', origin: { version: 1, page: 1 } },
  });
  expect(placed.get(uuid(3))).toMatchObject({
    page: 3,
    ownerId: 'ba',
    sharing: ['an'],
    body: { placement: 'carried' },
  });
  expect(placed.get(uuid(4))).toMatchObject({ page: 3, sharing: 'all', type: 'bookmark' });
  expect([...told.flatMap(({ persons }) => [...persons])].sort()).toEqual(['an', 'an', 'ba']);
});

test('[N9] carried twice it is one note', async () => {
  await save('an', act(1, 0), act(2, 0, { page: 2 }));
  await carry();
  const once = await on(2);
  await carry();
  expect(await on(2)).toEqual(once);
  expect(once.map(({ id }) => id).sort()).toEqual([carriedId(uuid(1), 2), carriedId(uuid(2), 2)].sort());
});

test('[N9] what was interrupted goes on after a restart', async () => {
  const { write, t } = database.db;
  const event = {
    meetingId: 'm1',
    seq: 2,
    type: 'PaperVersionAdded',
    typeVersion: 1,
    at: NOW,
    actorId: 'an',
  };
  await write(async (q) => {
    await q.insert(t.meetingEvents).values({ ...event, commandId: 'c', head: '{}', chain: 'x' });
  });
  await save('an', act(1, 0), act(2, 0, { page: 2 }));
  const after = carrying();
  await after.resume();
  await after.settled();
  expect(await on(2)).toHaveLength(2);
});

test('[N9] what arrives late on the older version is carried too, and what becomes of it', async () => {
  await carry();
  await save('an', act(1, 0));
  await carry();
  expect(await on(2)).toHaveLength(1);
  await save('an', act(1, 1, { body: { ...stroke(706), colour: 'red' } }));
  await carry();
  expect(await on(2)).toMatchObject([{ body: { colour: 'red' } }]);
  await save('an', act(1, 2, { body: null }));
  await carry();
  expect(await on(2)).toMatchObject([{ body: null }]);
});

test('[N9] a copy that its owner has touched goes its own way', async () => {
  await save('an', act(1, 0));
  await carry();
  const own = act(9, 9, { id: carriedId(uuid(1), 2), version: 2, page: 3, body: stroke(300), at: NOW });
  await save('an', own);
  await save('an', act(1, 2, { body: null }));
  await carry();
  expect(await on(2)).toMatchObject([{ page: 3, actId: own.actId, deletedAt: null }]);
});

test('[N8] through two versions; what waits in the tray keeps the place it was drawn at', async () => {
  versions = [version(1, 'one'), version(2, 'two'), version(3, 'two')];
  await save('an', act(1, 0), act(2, 0, { body: stroke(686) }));
  await carry();
  expect((await on(3)).map(({ page, body }) => [page, body?.placement, body?.origin?.version])).toEqual([
    [1, 'tray', 1],
    [2, 'carried', 2],
  ]);
});

test('[N8] the words of a new file are waited for', async () => {
  await save('an', act(1, 0));
  areWordsRead = false;
  const waiting = carrying();
  waiting.addAll('m1', [act(1, 0)]);
  areWordsRead = true;
  await waiting.settled();
  expect(await on(2)).toHaveLength(1);
});

test('a large paper is carried in small steps', async () => {
  await save('an', ...Array.from({ length: 90 }, (_, n) => act(n + 1, 0)));
  await carry();
  expect([(await on(2)).length, told.length]).toEqual([90, 5]);
});

test('[N8] a remark that was carried over is one remark', async () => {
  await save('an', act(1, 0, { sharing: 'all' }));
  await carry();
  const papers = new Map([['p1', { access: 'all' as const, mayAnnotate: true, pages: new Map([[1, 2]]) }]]);
  const standing = { isDesk: true, papers };
  const desk = { meetingId: 'm1', personId: 'ba', standing, nameOf: async (id: string) => id };
  const remarks = await remarksOf(database.db, desk);
  expect(remarks.map(({ note }) => note.id)).toEqual([uuid(1)]);
});
