import { PROTOCOL_VERSION } from '@hopso/shared/protocol';
import { serverNow } from '#platform/clock';
import { type Vault, vaultOfHolder } from '#platform/offline';
import type { LiveState } from './live-state.ts';
import type { MeetingLive } from './meeting-live.ts';

/** What a screen was last drawn from, as this device keeps it. Contents of listed items are never part of it. */
export interface KeptView extends Pick<LiveState, 'view' | 'mine' | 'audience'> {
  /** Another version may have views of another shape. */
  readonly version: string;
  /** Server time at which it held. */
  readonly at: number;
}

/** Name of the vault's table; keys are meetings. */
export const keptViews = 'meeting-views';

/** A view changes with every frame; what is kept may be older by this much. */
const writtenEveryMs = 10_000;

/**
 * Keeps the view on this device, shows the kept one where there is no connection, and removes it once the server
 * will not show the meeting any more. Returns how to stop.
 */
export function keepView(live: MeetingLive): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: LiveState['view'] = null;
  let isAsked = false;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const { connection, view, mine, audience } = live.state;
    if (connection !== 'live' || view === null || view === written) return;
    written = view;
    const kept: KeptView = { version: PROTOCOL_VERSION, at: serverNow(), view, mine, audience };
    void inVault((vault) => vault.table<KeptView>(keptViews).put(live.meeting, kept));
  }

  async function show(): Promise<void> {
    const kept = await inVault((vault) => vault.table<KeptView>(keptViews).get(live.meeting));
    if (kept?.version === PROTOCOL_VERSION) live.showKept(kept);
  }

  function follow(): void {
    const { connection, view, problem } = live.state;
    if (connection === 'gone' && problem?.code === 'not-found') {
      void inVault((vault) => vault.table(keptViews).remove([live.meeting]));
    } else if (connection === 'offline' && view === null && !isAsked) {
      isAsked = true;
      void show();
    } else if (connection === 'live' && view !== written) {
      timer ??= setTimeout(write, written === null ? 0 : writtenEveryMs);
    }
  }

  const writeWhenHidden = () => document.visibilityState === 'hidden' && write();
  document.addEventListener('visibilitychange', writeWhenHidden);
  const stop = live.subscribe(follow);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', writeWhenHidden);
    write();
    clearTimeout(timer);
  };
}

/** Null where this device keeps nothing: then there is nothing to show either. */
async function inVault<T>(work: (vault: Vault) => Promise<T>): Promise<T | null> {
  try {
    const vault = await vaultOfHolder();
    return vault === null ? null : await work(vault);
  } catch {
    return null;
  }
}
