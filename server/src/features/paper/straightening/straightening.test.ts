import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Straightening } from '@hopso/shared/paper';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paperPdf } from '../examination/pdf-samples.test-support.ts';
import { type ServedPapers, servePapers } from '../served-papers.test-support.ts';

let served: ServedPapers;
let programs: string;
const path = process.env.PATH;

function install(name: string, script: string): void {
  const file = join(programs, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

/** The programs as they behave towards us. What `gs` writes is another file than the scan, and a PDF as well. */
function installAll(turn = 'cp "$input" "$last"'): void {
  install('tesseract', 'echo "List of available languages (2):"; echo eng; echo vie');
  install(
    'ocrmypdf',
    `if [ "$1" = --version ]; then echo 16.1; exit 0; fi
for last; do input="$before"; before="$last"; done
case "$*" in *--deskew*) ${turn};; *) exit 3;; esac`,
  );
  install(
    'gs',
    `if [ "$1" = --version ]; then echo 10.0; exit 0; fi
for last; do case "$last" in -sOutputFile=*) out="\${last#-sOutputFile=}";; esac; done
{ cat "$last"; echo '% straight'; } > "$out"`,
  );
}

beforeEach(async () => {
  served = await servePapers();
  programs = mkdtempSync(join(tmpdir(), 'hopso-programs-'));
  // Nothing else is found: the machine that runs this may have the real programs.
  for (const plain of ['sh', 'nice', 'cp', 'cat', 'sleep'])
    symlinkSync(join('/bin', plain), join(programs, plain));
  process.env.PATH = programs;
});
afterEach(async () => {
  process.env.PATH = path;
  await served.close();
  rmSync(programs, { recursive: true, force: true });
});

async function lay(text: string | null): Promise<void> {
  const { body } = await served.upload(paperPdf({ text }), { name: 'Bản đồ.pdf' });
  const row = (await served.db.read.select().from(served.db.t.uploads)).find(
    ({ id }) => id === body.upload.id,
  );
  if (row === undefined) throw new Error('Nothing was uploaded.');
  const { fileName, sha256, bytes, pages } = row;
  const file = { fileName, sha256, bytes, pages, hasText: text !== null };
  served.meetings.papers.set('m1 p1', {
    ...{ id: 'p1', itemId: 'i1', title: 'Bản đồ', version: 1, ...file },
    versions: [{ ...file, version: 1, addedAt: 0 }],
  } as never);
}

async function ask(method: 'GET' | 'POST', caller = 'thu', paper = 'p1') {
  const answer = await served.request(`/api/meetings/m1/papers/${paper}/straightening`, caller, { method });
  return [answer.status, (await answer.json()) as Straightening & { code?: string }] as const;
}

const done = () =>
  vi.waitFor(async () => {
    const [, known] = await ask('GET');
    expect(known.state).not.toBe('working');
    return known;
  }, 20_000);

test('[P18] the desk gets a straightened copy as an upload of the meeting, once; the scan stays as it is', async () => {
  installAll();
  await lay(null);
  expect((await ask('GET'))[0]).toBe(404);
  expect(await ask('POST')).toMatchObject([202, { state: 'working', upload: null }]);
  const { state, upload } = await done();
  expect([state, upload?.fileName]).toEqual(['ready', 'Bản đồ (đã chỉnh thẳng).pdf']);
  expect(await ask('POST')).toMatchObject([202, { state: 'ready', upload: { id: upload?.id } }]);
  const uploads = await served.db.read.select().from(served.db.t.uploads);
  expect(new Set(uploads.map(({ sha256 }) => sha256)).size).toBe(2);
});

test('[P18] nobody but the desk, no paper with words, and nothing where the programs are missing', async () => {
  await lay(null);
  expect(await ask('POST')).toMatchObject([409, { code: 'straightening/unavailable' }]);
  installAll();
  for (const caller of ['an', 'khach']) expect((await ask('POST', caller))[0]).toBe(404);
  expect((await ask('POST', 'thu', 'no-such'))[0]).toBe(404);
  await lay('Tờ trình');
  expect(await ask('POST')).toMatchObject([409, { code: 'straightening/not-scan' }]);
});

test('what fails is told, and can be tried again', async () => {
  installAll('exit 7');
  await lay(null);
  await ask('POST');
  expect(await done()).toMatchObject({ state: 'failed', problem: 'straightening/failed' });
  installAll();
  await ask('POST');
  expect((await done()).state).toBe('ready');
});

test('a program that hangs ends with the server', async () => {
  installAll('sleep 600');
  await lay(null);
  await ask('POST');
  await served.papers.close();
  expect((await ask('GET'))[1].state).toBe('failed');
});
