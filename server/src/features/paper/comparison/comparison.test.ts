import type { PaperComparison } from '@hopso/shared/paper';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { paperPdf, stream } from '../examination/pdf-samples.test-support.ts';
import { NOW, type ServedPapers, servePapers } from '../served-papers.test-support.ts';

let served: ServedPapers;
beforeAll(async () => {
  served = await servePapers();
});
afterAll(() => served.close());

async function lay(id: string, files: readonly Uint8Array[]) {
  const versions = [];
  for (const [index, file] of files.entries()) {
    const { body } = await served.upload(file, { name: `${id} ${index}.pdf` });
    const fact = await served.papers.uploadFact(body.upload.id, 'm1');
    if (fact === null) throw new Error('The upload is not known.');
    const { uploadId: _, ...facts } = fact;
    versions.push({ ...facts, version: index + 1, addedAt: NOW });
  }
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error('Nothing was laid.');
  const paper = { ...newest, id, itemId: 'i1', title: id, versions };
  served.meetings.papers.set(`m1 ${id}`, paper);
}

const ask = async (paper: string, version: number, caller = 'an') => {
  const answer = await served.request(
    `/api/meetings/m1/papers/${paper}/versions/${version}/comparison`,
    caller,
  );
  return { status: answer.status, body: (await answer.json()) as PaperComparison & { code?: string } };
};

test('[P11] a file with pages added is told page by page, once the words of both are read', async () => {
  await lay('p1', [paperPdf({ pages: 2 }), paperPdf({ pages: 3, more: [stream(Buffer.from('x'))] })]);
  await vi.waitFor(async () => expect((await ask('p1', 2)).body).toMatchObject({ status: 'ready' }), 30_000);
  const { body } = await ask('p1', 2);
  expect(body).toMatchObject({ version: 2, older: 1, gone: [] });
  expect(body.pages).toHaveLength(3);
  const stored = await served.db.read.select().from(served.db.t.versionComparisons);
  expect(stored).toHaveLength(1);
}, 40_000);

test('[P2] only to those who may read the paper, and only of versions it has', async () => {
  expect(await ask('p1', 2, 'khach')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await ask('p1', 3)).status).toBe(404);
  expect((await ask('p1', 1)).status).toBe(404);
});
