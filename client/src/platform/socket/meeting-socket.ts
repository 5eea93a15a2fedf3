import type { Rejection } from '@hopso/shared/kernel';
import type {
  CommandAnswer,
  Frame,
  InkAnswer,
  InkPart,
  InkView,
  JoinAnswer,
  LeaderAnswer,
  LedView,
  MineFrame,
  NotesBell,
  PointerView,
  PresenceView,
  ResetReason,
  SyncAnswer,
  UpMessage,
} from '@hopso/shared/protocol';

/** What a connection tells whoever holds it. */
export interface SocketEvents {
  readonly onUp: () => void;
  readonly onDown: () => void;
  /** The server will not have this connection at all; trying again changes nothing. */
  readonly onRefused: (problem: Rejection) => void;
  readonly onFrame: (frame: Frame) => void;
  readonly onMine: (frame: MineFrame) => void;
  readonly onReset: (reason: ResetReason) => void;
  readonly onUpgrade: (version: string) => void;
  readonly onPresence: (view: PresenceView) => void;
  readonly onLed: (view: LedView) => void;
  readonly onPointer: (view: PointerView) => void;
  readonly onInk: (view: InkView) => void;
  readonly onInkPart: (part: InkPart) => void;
  readonly onNotes: (bell: NotesBell) => void;
}

/** The live connection as the rest of the client knows it. Requests reject when no answer came in time. */
export interface MeetingSocket {
  /** Connects and keeps reconnecting until the returned function is called. */
  readonly open: (events: SocketEvents) => () => void;
  readonly join: (message: UpMessage<'join'>) => Promise<JoinAnswer>;
  readonly sync: (message: UpMessage<'sync'>) => Promise<SyncAnswer>;
  readonly command: (message: UpMessage<'command'>) => Promise<CommandAnswer>;
  /** Volatile: lost without harm while disconnected. */
  readonly presence: (message: UpMessage<'presence'>) => void;
  readonly leader: (message: UpMessage<'leader'>) => Promise<LeaderAnswer>;
  /** Volatile likewise: where the leader of pages is, and points. */
  readonly lead: (message: UpMessage<'lead'>) => void;
  readonly pointer: (message: UpMessage<'pointer'>) => void;
  readonly ink: (message: UpMessage<'ink'>) => Promise<InkAnswer>;
  readonly inkUndo: (message: UpMessage<'inkUndo'>) => Promise<InkAnswer>;
}
