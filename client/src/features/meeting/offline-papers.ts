import type { Snapshot } from '@hopso/shared/protocol';
import { PROTOCOL_VERSION } from '@hopso/shared/protocol';
import type { MeetingView } from '@hopso/shared/session';
import { readingOrder } from '#agenda';
import { keptPaperName, notePaperKept, paperFileAddress } from '#paper';
import { fetchJson, Problem } from '#platform/api';
import { serverNow } from '#platform/clock';
import { type KeptView, keptViews } from '#platform/live-store';
import { openVault, type Vault } from '#platform/offline';
import { tellKeeping } from './keeping.ts';
import { type Fetched, PaperKeeper, type PaperToKeep } from './paper-keeper.ts';

/** Nobody who is reading or writing is slowed down by what comes ahead. */
const quietMs = 2_000;
const firstAfterMs = 4_000;
const downloadMs = 10 * 60_000;

let lastTouchAt = performance.now() + firstAfterMs - quietMs;
for (const type of ['pointerdown', 'pointermove', 'wheel', 'keydown', 'scroll'])
  addEventListener(type, () => (lastTouchAt = Math.max(lastTouchAt, performance.now())), {
    capture: true,
    passive: true,
  });

async function quiet(): Promise<void> {
  while (performance.now() - lastTouchAt < quietMs) {
    await new Promise((resolve) => setTimeout(resolve, quietMs));
  }
}

async function fetchPaper(meeting: string, { id, version }: PaperToKeep): Promise<Fetched> {
  const response = await fetch(paperFileAddress(meeting, id, version), {
    credentials: 'same-origin',
    priority: 'low',
    // Kept for later, not read: the adoption figures count reading.
    headers: { 'hopso-purpose': 'keep' },
    signal: AbortSignal.timeout(downloadMs),
  });
  if (response.status >= 500) throw new Problem('net/unreadable', { status: response.status });
  if (!response.ok) return 'refused';
  if (response.headers.get('cache-control')?.includes('no-store') === true) {
    await response.body?.cancel();
    return 'online';
  }
  return new Uint8Array(await response.arrayBuffer());
}

const keepers = new Map<string, Promise<{ vault: Vault; keeper: PaperKeeper }>>();

/** One for each person who uses this page. */
function keeperOf(person: string) {
  const known = keepers.get(person);
  if (known !== undefined) return known;
  const made = openVault(person).then((vault) => ({
    vault,
    keeper: new PaperKeeper({
      vault,
      nameOf: ({ id, version }) => keptPaperName(id, version),
      fetchPaper,
      quiet,
      onKept: notePaperKept,
      onChange: (state) => {
        tellKeeping(state);
        if (state.kept > 0) void askToStay();
      },
    }),
  }));
  keepers.set(person, made);
  made.catch(() => keepers.delete(person));
  return made;
}

let asked = false;

/** Asks the browser once not to clear this storage by itself; the answer stands in "Thiết bị của tôi". */
async function askToStay(): Promise<void> {
  if (asked) return;
  asked = true;
  await navigator.storage?.persist?.().catch(() => false);
}

/** Keeps the papers that stand in this view. Contents of listed items are not part of the live view (RULES O7). */
export async function keepPapersOf(person: string, view: MeetingView): Promise<void> {
  const papers = readingOrder(view).flatMap((item) =>
    item.isListed ? [] : item.paperOrder.flatMap((id) => view.papers[id] ?? []),
  );
  try {
    const { keeper } = await keeperOf(person);
    await keeper.keep(view.meeting.id, papers);
  } catch {
    tellKeeping({
      meeting: view.meeting.id,
      papers: new Map(),
      total: papers.length,
      kept: 0,
      trouble: 'device',
    });
  }
}

/** Keeps a meeting that is not open on this page: its view and the papers in it. */
export async function keepMeeting(person: string, meeting: string): Promise<void> {
  const { view, audience } = await fetchJson<Snapshot>(
    `/api/meetings/${encodeURIComponent(meeting)}/snapshot`,
  );
  const { vault } = await keeperOf(person);
  const table = vault.table<KeptView>(keptViews);
  const mine = (await table.get(meeting))?.mine ?? null;
  await table.put(meeting, { version: PROTOCOL_VERSION, at: serverNow(), view, mine, audience });
  await keepPapersOf(person, view);
}

/** Removes what is kept of meetings that this person has no more to do with. */
export async function forgetOtherMeetings(person: string, meetings: readonly string[]): Promise<void> {
  const { vault, keeper } = await keeperOf(person);
  const wanted = new Set(meetings);
  await keeper.forgetAllBut(wanted);
  const table = vault.table<KeptView>(keptViews);
  await table.remove((await table.entries()).flatMap(([meeting]) => (wanted.has(meeting) ? [] : [meeting])));
}
