import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openBlobFolder, readBlobFolder } from './blob-folder.ts';
import { blobStoreSuite, listed, pieces } from './blob-store.suite.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hopso-blobs-'));
  folders.push(folder);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

blobStoreSuite({ name: 'a folder', open: () => openBlobFolder(newFolder()) });

test('bytes lie under the first two digits of their hash', async () => {
  const folder = newFolder();
  const store = await openBlobFolder(folder);
  const { sha256 } = await store.put(pieces('Tờ trình'));
  expect(readdirSync(folder).toSorted()).toEqual([sha256.slice(0, 2), 'incoming'].toSorted());
  expect(readdirSync(join(folder, sha256.slice(0, 2)))).toEqual([sha256.slice(2)]);
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('what a dead process left half-stored is removed by the next writer, not by a reader', async () => {
  const folder = newFolder();
  const store = await openBlobFolder(folder);
  await store.stage(pieces('half'));
  const blob = await store.put(pieces('whole'));
  expect(await listed(readBlobFolder(folder))).toEqual([blob]);
  expect(readdirSync(join(folder, 'incoming'))).toHaveLength(1);
  await openBlobFolder(folder);
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});
