import type { Snapshot } from '@hopso/shared/protocol';
import { SCREEN_HEADER } from '@hopso/shared/protocol';
import type { Command, MeetingView, PersonalView } from '@hopso/shared/session';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { fetchJson, reportSignedOut } from '#platform/api';
import { meetingSocket } from '#platform/socket';
import { type CommandReceipt, type RunOptions, runCommand } from './command-run.ts';
import type { LiveState } from './live-state.ts';
import { MeetingLive } from './meeting-live.ts';

interface Connected {
  readonly live: MeetingLive;
  readonly run: (command: Command, options?: RunOptions) => Promise<CommandReceipt>;
  /** Tells the desk which item is being read. */
  readonly tellPlace: (item: string | null) => void;
}

const LiveContext = createContext<Connected | null>(null);

function useConnected(): Connected {
  const value = useContext(LiveContext);
  if (value === null) throw new Error('MeetingLiveProvider is missing above this component.');
  return value;
}

function connect(meeting: string, screen?: string): Connected {
  const socket = meetingSocket(screen);
  const headers = screen === undefined ? {} : { [SCREEN_HEADER]: screen };
  const fetchSnapshot = (id: string) =>
    fetchJson<Snapshot>(`/api/meetings/${encodeURIComponent(id)}/snapshot`, { headers });
  const live = new MeetingLive(meeting, { socket, fetchSnapshot });
  return {
    live,
    run: (command, options) => runCommand(live, socket, command, options),
    tellPlace: (item) => socket.presence({ meeting, item, to: live.state.to }),
  };
}

interface MeetingLiveProviderProps {
  readonly meeting: string;
  /** The token of a wall's device link, instead of a person's session. */
  readonly screen?: string;
  readonly children: ReactNode;
}

/** Holds the live meeting for the components below, for as long as it is mounted. Give it a `key` of the meeting's id. */
export function MeetingLiveProvider({ meeting, screen, children }: MeetingLiveProviderProps) {
  const [value] = useState(() => connect(meeting, screen));
  useEffect(() => value.live.start(), [value]);
  const code = useSyncExternalStore(value.live.subscribe, () => value.live.state.problem?.code);
  useEffect(() => {
    if (code === 'auth/required' && screen === undefined) reportSignedOut();
  }, [code, screen]);
  return <LiveContext value={value}>{children}</LiveContext>;
}

/** A part of the live state; `select` must give back parts of it or primitives, nothing newly made. */
export function useLive<T>(select: (state: LiveState) => T): T {
  const { live } = useConnected();
  return useSyncExternalStore(live.subscribe, () => select(live.state));
}

/** A part of the view, below a screen that is drawn only once there is one. */
export function useView<T>(select: (view: MeetingView) => T): T {
  return useLive(({ view }) => {
    if (view === null) throw new Error('No view yet: this component belongs below the loaded screen.');
    return select(view);
  });
}

/** A part of what only this person is sent; null for a wall and before joining. */
export function useMine<T>(select: (mine: PersonalView) => T): T | null {
  return useLive(({ mine }) => (mine === null ? null : select(mine)));
}

/** `run(command)`: sends an order and waits for the verdict. */
export function useRun(): Connected['run'] {
  return useConnected().run;
}

/** Whether this person may give a command of this type now: true, or the code of the reason why not. */
export function useMay(type: Command['type']): true | string {
  return useLive(({ mine }) => mine?.may[type] ?? 'capacity/not-allowed');
}

/** Keeps the desk informed of the item being read; lost messages do no harm. */
export function useTellPlace(item: string | null): void {
  const { tellPlace } = useConnected();
  const isLive = useLive(({ connection }) => connection === 'live');
  const tell = useCallback(() => tellPlace(item), [tellPlace, item]);
  useEffect(() => {
    if (!isLive) return;
    tell();
    const timer = setInterval(tell, 10_000);
    return () => clearInterval(timer);
  }, [isLive, tell]);
}
