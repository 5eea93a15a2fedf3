import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readArchive } from './archive-reader.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { BackupDamagedError } from './failures.ts';
import type { Manifest } from './manifest.ts';

const about: Omit<Manifest, 'files'> = {
  format: 1,
  version: '0.1.0',
  engine: 'postgres',
  createdAt: 1,
  migrations: ['0000_initial'],
};
const BLOB = `blobs/${'ab'.repeat(32)}`;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hopso-'));
  file = join(folder, 'backup.tar');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const contents = new Map<string, Buffer>([
  ['checkpoints/checkpoints.jsonl', Buffer.from('{}\n')],
  ['database/units.ndjson', Buffer.from('{"name":"UBND tỉnh"}\n')],
  [BLOB, Buffer.alloc(3_000_000, 7)],
  [`blobs/${'00'.repeat(32)}`, Buffer.alloc(0)],
]);

async function write(): Promise<void> {
  const writer = new ArchiveWriter(file);
  for (const [path, bytes] of contents) await writer.add(path, bytes.length, [bytes]);
  await writer.finish(about);
}

async function read(): Promise<Map<string, Buffer>> {
  const stored = new Map<string, Buffer>();
  await readArchive(file, async (path, content) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    stored.set(path, Buffer.concat(chunks));
  });
  return stored;
}

/** Writes an archive by hand. */
async function writeRaw(entries: readonly (readonly [{ name: string; type?: 'symlink' }, string])[]) {
  const archive = pack();
  for (const [header, body] of entries) archive.entry(header, body);
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive as AsyncIterable<Uint8Array>) chunks.push(chunk);
  writeFileSync(file, Buffer.concat(chunks));
}

test('what was written comes out again, with what it is', async () => {
  await write();
  expect(await read()).toEqual(contents);
});

test('wherever it is cut off, it is refused', async () => {
  await write();
  const whole = readFileSync(file);
  for (const share of [0, 0.001, 0.3, 0.9, 0.9995]) {
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)));
    await expect(read()).rejects.toThrow(BackupDamagedError);
  }
  for (let blocks = 1; blocks <= 8; blocks++) {
    writeFileSync(file, whole.subarray(0, blocks * 512));
    await expect(read()).rejects.toThrow(BackupDamagedError);
  }
});

test('a changed byte is found and its file named', async () => {
  await write();
  const bytes = readFileSync(file);
  bytes[bytes.indexOf(Buffer.alloc(64, 7)) + 20] = 8;
  writeFileSync(file, bytes);
  await expect(read()).rejects.toThrow(`entry-changed (${BLOB})`);
});

test.each([
  ['a path that leads out', '../../etc/passwd'],
  ['an absolute path', '/etc/passwd'],
  ['a foreign file', 'README.md'],
])('%s is refused before anything is stored', async (_, name) => {
  await writeRaw([[{ name }, 'x']]);
  const stored: string[] = [];
  const reading = readArchive(file, async (path, content) => {
    stored.push(path + (await text(content as never)));
  });
  await expect(reading).rejects.toThrow('foreign-entry');
  expect(stored).toEqual([]);
});

test('links, doubled files, missing and foreign lists of contents are refused', async () => {
  await writeRaw([[{ name: 'database/hopso.db', type: 'symlink' }, '']]);
  await expect(read()).rejects.toThrow('foreign-entry');
  await writeRaw([
    [{ name: BLOB }, 'a'],
    [{ name: BLOB }, 'a'],
  ]);
  await expect(read()).rejects.toThrow('entry-twice');
  await writeRaw([[{ name: BLOB }, 'a']]);
  await expect(read()).rejects.toThrow('cut-off');
  await writeRaw([[{ name: 'manifest.json' }, '{"format":2}']]);
  await expect(read()).rejects.toThrow('contents-unreadable');
  await writeRaw([
    [{ name: BLOB }, 'a'],
    [{ name: 'manifest.json' }, JSON.stringify({ ...about, files: [] })],
  ]);
  await expect(read()).rejects.toThrow('entry-unlisted');
});

test('a file that is no archive is refused, and one that cannot be opened says so itself', async () => {
  writeFileSync(file, 'Kính gửi: Ủy ban nhân dân tỉnh\n'.repeat(100));
  await expect(read()).rejects.toThrow(BackupDamagedError);
  await expect(readArchive(join(folder, 'nowhere'), async () => {})).rejects.toThrow('ENOENT');
});

test('a full disk ends the writing instead of letting it wait', async () => {
  const writer = new ArchiveWriter('/dev/full');
  const writing = async () => {
    await writer.add(BLOB, 3_000_000, [Buffer.alloc(3_000_000)]);
    await writer.finish(about);
  };
  await expect(writing()).rejects.toThrow('ENOSPC');
  await writer.abandon();
});
