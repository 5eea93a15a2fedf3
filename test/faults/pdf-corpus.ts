// `node test/faults/pdf-corpus.ts FOLDER [MOST]`: every PDF in the folder, or every so many of them, goes through
// upload, text, opening, an annotated copy and a pack of its own. One line each; fails on a crash, a hang, or more
// than 512 MB in any process that opens files.
import { randomUUID } from 'node:crypto';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readBack } from '@hopso/server/read-back';
import type { ListedMeeting } from '@hopso/shared/meeting';
import type { DocumentJob, Upload } from '@hopso/shared/paper';
import type { Snapshot } from '@hopso/shared/protocol';
import { openStage } from '../e2e/stage.ts';
import type { Accepted } from '../support/live-side.ts';

const MOST_MB = 512;
const LONGEST_MS = 200_000;
const folder = process.argv[2] ?? '.';
const most = Number(process.argv[3] ?? 1_000);

const stage = await openStage();
const cookies = new Map<string, string>();

/** An answer of the interface; `json` is null where it was a file. */
interface Answer<T> {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly json: (T & { readonly code?: string }) | null;
}

async function ask<T = object>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const isBytes = body instanceof Uint8Array;
  const response = await fetch(stage.url + path, {
    method,
    headers: {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': isBytes ? 'application/pdf' : 'application/json',
      ...headers,
    },
    ...(body !== undefined && { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    cookies.set(name, value);
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = Buffer.from(bytes).toString('utf8');
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, bytes, json: isJson ? JSON.parse(text) : null };
}

/** The most memory that any process below the server has ever had, in MB. */
function peakMb(): number {
  let peak = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!/paper\/(examination|documents|comparison)\/\S*process/.test(command)) continue;
      const kib = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
      peak = Math.max(peak, kib / 1024);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return peak;
}

async function document(meeting: string, order: object): Promise<string> {
  const begun = await ask<DocumentJob>('POST', `/api/meetings/${meeting}/documents`, order);
  if (begun.status !== 202 || begun.json === null) return begun.json?.code ?? String(begun.status);
  const address = `/api/meetings/${meeting}/documents/${begun.json.id}`;
  const deadline = Date.now() + LONGEST_MS;
  while (Date.now() < deadline) {
    const { json } = await ask<DocumentJob>('GET', address);
    if (json?.state === 'failed') return json.problem ?? 'FAULT without a problem';
    if (json?.state === 'ready') {
      const made = await ask('GET', `${address}/file`);
      const pages = await opened(made.bytes);
      await ask('DELETE', address);
      return `made ${pages} pages`;
    }
    // Asked again, as a tablet asks.
    await pause(100);
  }
  return 'HANG';
}

/** By the engine of the tablets, every page read: how many there are. */
async function opened(bytes: Uint8Array): Promise<number> {
  return (await readBack(bytes)).pages.length;
}

const signIn = await ask('POST', '/api/sign-in', { userName: 'thuky', password: stage.password });
if (signIn.status !== 200) throw new Error(`Not signed in: ${signIn.status}`);
const listed = await ask<{ readonly meetings: readonly ListedMeeting[] }>('GET', '/api/meetings');
const running = listed.json?.meetings.find(({ phase }) => phase === 'inSession');
if (running === undefined) throw new Error('No meeting is running.');
const meeting = running.id;
const snapshot = await ask<Snapshot>('GET', `/api/meetings/${meeting}/snapshot`);
const [item] = snapshot.json?.view.itemOrder ?? [];
const order = (command: object) =>
  ask<Accepted>('POST', `/api/meetings/${meeting}/commands`, { id: randomUUID(), command });

async function tried(file: string): Promise<string> {
  const bytes = readFileSync(file);
  const name = encodeURIComponent(basename(file));
  const uploads = `/api/meetings/${meeting}/uploads`;
  const { status, json } = await ask<{ readonly upload: Upload }>('POST', uploads, new Uint8Array(bytes), {
    'x-file-name': name,
  });
  if (status >= 500) return `FAULT upload ${status} ${json?.code}`;
  if (status !== 201 || json === null) return `refused ${json?.code}`;
  const laid = await order({ type: 'AddPaper', item, upload: json.upload.id, title: basename(file) });
  if (laid.status !== 200) return `refused ${laid.json?.code}`;
  const [paper] = laid.json?.created ?? [];
  const pages = await opened(new Uint8Array(bytes)).catch((cause: Error) => `not opened: ${cause.message}`);
  const body = { colour: 'amber', width: 1, text: 'Ghi chú thử', rect: [50, 50, 90, 90] };
  const acts = Array.from({ length: Math.min(20, Number(pages) || 1) }, (_, index) => ({
    ...{ actId: randomUUID(), id: randomUUID(), paperId: paper, version: 1, page: index + 1 },
    ...{ type: 'note', sharing: 'private', body, at: Date.now() },
  }));
  const notes = await ask('POST', `/api/meetings/${meeting}/annotations`, { acts });
  const copy = await document(meeting, { kind: 'annotated', paper });
  const pack = await document(meeting, { kind: 'pack', withNotes: true });
  await order({ type: 'WithdrawPaper', paper, rev: 1, reason: 'Thử xong' });
  return `taken, opened ${pages}, notes ${notes.status}, copy ${copy}, pack ${pack}`;
}

const all = globSync('**/*.pdf', { cwd: folder }).sort();
const step = Math.max(1, Math.floor(all.length / most));
let faults = 0;
const highest = { mb: 0, file: '' };
for (const name of all.filter((_, index) => index % step === 0).slice(0, most)) {
  const begun = Date.now();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMb());
  }, 50);
  const outcome = await tried(join(folder, name)).catch((cause: Error) => `FAULT ${cause.message}`);
  peak = Math.max(peak, peakMb());
  clearInterval(watch);
  const ms = Date.now() - begun;
  const isFault = /FAULT|HANG|internal/.test(outcome) || peak > MOST_MB + 32;
  if (isFault) faults += 1;
  if (peak > highest.mb) Object.assign(highest, { mb: peak, file: name });
  console.log(`${isFault ? '✗' : '·'} ${name}  ${outcome}  ${ms} ms  ${Math.round(peak)} MB`);
}
console.log(`${faults} faults; the most memory was ${Math.round(highest.mb)} MB for ${highest.file}`);
await stage.close();
process.exit(faults === 0 ? 0 : 1);
