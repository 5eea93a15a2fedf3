import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast } from './cast.ts';
import { ask, meetingOf } from './door.ts';
import { written } from './files.ts';
import { misfitsOf } from './layout.ts';
import { counting, eventually, reading, settled } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const TITLE = 'Ban do quet';
const path = process.env.PATH;

let programs: string;
let cast: Cast;
let secretary: Seat;
let meeting: string;

/** Programs that behave towards the server as the real ones do; what they write is a file of its own. */
function install(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

beforeAll(async () => {
  programs = mkdtempSync(join(tmpdir(), 'hopso-programs-'));
  install('tesseract', 'echo "List of available languages (1):"; echo vie');
  install(
    'ocrmypdf',
    `if [ "$1" = --version ]; then echo 16.1; exit 0; fi
for last; do input="$before"; before="$last"; done
cp "$input" "$last"`,
  );
  install(
    'gs',
    `if [ "$1" = --version ]; then echo 10.0; exit 0; fi
for last; do case "$last" in -sOutputFile=*) out="\${last#-sOutputFile=}";; esac; done
{ cat "$last"; echo '% straight'; } > "$out"`,
  );
  process.env.PATH = `${programs}:${path}`;
  cast = await Cast.open();
  [secretary] = await cast.atDesk('secretary', 'thuky');
  meeting = meetingOf(secretary.page);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(async () => {
  process.env.PATH = path;
  await cast?.close();
  rmSync(programs, { recursive: true, force: true });
});

type PaperSeen = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly versions: object[];
};
const paperSeen = async (): Promise<PaperSeen | undefined> => {
  const { body } = await ask(secretary.page, 'GET', `/api/meetings/${meeting}/snapshot`);
  return Object.values(body.view.papers as Record<string, PaperSeen>).find(({ title }) => title === TITLE);
};

test('[P18] a scan is straightened by the desk, and becomes the next version', async () => {
  const { page } = secretary;
  await page
    .locator('[data-testid^="paper-upload-"]')
    .first()
    .setInputFiles(written(`${TITLE}.pdf`, [[], []]));
  await eventually(async () => (await paperSeen())?.version).toBe(1);
  const { id } = (await paperSeen()) as PaperSeen;
  await page.getByTestId(`paper-straighten-${id}`).click();
  const dialog = page.getByRole('dialog', { name: say('version:straighten.title') });
  await reading(dialog).toContain(say('version:straighten.text', { title: TITLE, n: 2 }));
  await settled(page);
  await shot(page, 'straighten');
  expect(await misfitsOf(page)).toEqual([]);
  await secretary.watch.expectAccessible(page);
  await dialog.getByTestId('straighten-start').click();
  await dialog.waitFor({ state: 'hidden' });
  await eventually(async () => (await paperSeen())?.version).toBe(2);
  expect((await paperSeen())?.versions).toHaveLength(2);
  await reading(page.getByTestId(`paper-${id}`)).toContain(say('version:name', { n: 2 }));
});

test('a paper with words is offered no straightening', async () => {
  const { page } = secretary;
  const papers = page.locator('[data-testid^="paper-replace-"]');
  expect(await papers.count()).toBeGreaterThan(1);
  await counting(page.locator('[data-testid^="paper-straighten-"]')).toBe(1);
});
