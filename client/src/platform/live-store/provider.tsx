import type { InkAnswer, LedPlace, PointerView, Snapshot, UpMessage } from '@hopso/shared/protocol';
import { SCREEN_HEADER } from '@hopso/shared/protocol';
import type { Command, MeetingView, PersonalView } from '@hopso/shared/session';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { fetchJson, Problem, reportSignedOut } from '#platform/api';
import { meetingSocket } from '#platform/socket';
import { type CommandReceipt, type RunOptions, runCommand } from './command-run.ts';
import { keepView } from './kept-view.ts';
import type { LiveState } from './live-state.ts';
import { MeetingLive } from './meeting-live.ts';

interface Connected {
  readonly live: MeetingLive;
  readonly run: (command: Command, options?: RunOptions) => Promise<CommandReceipt>;
  /** Tells the desk which item is being read, and by a follower which page. */
  readonly tellPlace: (item: string | null, following: FollowedPage | null) => void;
  readonly pageLead: PageLeadActs;
}

/** What a follower has on the screen; nulls while it is no paper. */
export interface FollowedPage {
  readonly paper: string | null;
  readonly page: number | null;
}

/** Leading the pages of others. Who may is decided by the server. */
export interface PageLeadActs {
  /** Takes the lead (the own id), ends it (null), or lets somebody else lead. @throws Problem */
  readonly hand: (personId: string | null) => Promise<void>;
  /** Here we are; lost without harm, the next one tells it all. */
  readonly lead: (place: LedPlace) => void;
  readonly point: (at: PointerView['at']) => void;
  /** Sends a piece of a stroke; rejects while there is no connection. */
  readonly draw: (piece: Omit<UpMessage<'ink'>, 'meeting'>) => Promise<InkAnswer>;
  /** Takes the own last stroke on a version back; rejects likewise. */
  readonly undoInk: (on: Omit<UpMessage<'inkUndo'>, 'meeting'>) => Promise<InkAnswer>;
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
    tellPlace: (item, following) =>
      socket.presence({ meeting, item, to: live.state.to, ...(following !== null && { following }) }),
    pageLead: {
      async hand(person) {
        const answer = await socket.leader({ meeting, person }).catch(() => null);
        if (answer === null) throw new Problem('net/offline');
        if (!answer.ok) throw new Problem(answer.problem.code);
      },
      lead: (place) => socket.lead({ meeting, place }),
      point: (at) => socket.pointer({ meeting, at }),
      draw: async (piece) => {
        seated(live);
        return socket.ink({ meeting, ...piece });
      },
      undoInk: async (on) => {
        seated(live);
        return socket.inkUndo({ meeting, ...on });
      },
    },
  };
}

/** What is given to the socket while it is away would come before the way back into the room, and be refused. */
function seated({ state }: MeetingLive): void {
  if (state.connection !== 'live') throw new Problem('net/offline');
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
  useEffect(() => {
    const stopKeeping = screen === undefined ? keepView(value.live) : () => {};
    const stop = value.live.start();
    return () => {
      stopKeeping();
      stop();
    };
  }, [value, screen]);
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

export function usePageLeadActs(): PageLeadActs {
  return useConnected().pageLead;
}

/** Keeps the desk informed of the item being read, and of who follows; lost messages do no harm. */
export function useTellPlace(item: string | null, following: FollowedPage | null = null): void {
  const { tellPlace } = useConnected();
  const isLive = useLive(({ connection }) => connection === 'live');
  const isFollowing = following !== null;
  const { paper = null, page = null } = following ?? {};
  const tell = useCallback(
    () => tellPlace(item, isFollowing ? { paper, page } : null),
    [tellPlace, item, isFollowing, paper, page],
  );
  const last = useRef(tell);
  last.current = tell;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item, or leaving the leader, is told at once
  useEffect(() => {
    if (!isLive) return;
    last.current();
    const timer = setInterval(() => last.current(), 10_000);
    return () => clearInterval(timer);
  }, [isLive, item, isFollowing]);
  // A hall that turns a page does not say so all at once.
  useEffect(() => {
    if (!isLive || page === null) return;
    const timer = setTimeout(tell, 300 + Math.random() * 1_200);
    return () => clearTimeout(timer);
  }, [isLive, page, tell]);
}
