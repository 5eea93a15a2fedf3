import { z } from 'zod';
import type { Rejection } from '#kernel';
import type { Audience, MeetingView, PersonalView } from '#session';
import {
  followingMessages,
  type InkAnswer,
  type InkPart,
  type InkView,
  type LedView,
  type PointerView,
} from './following.ts';
import type { Patch } from './patch.ts';

/** A change of one audience's view: applies to a client that is at `from`, and brings it to `to`. */
export interface Frame {
  readonly meeting: string;
  readonly from: number;
  readonly to: number;
  readonly patch: Patch;
}

/** A change of one person's own view; `rev` counts up by one, a gap is mended by `join`. */
export interface MineFrame {
  readonly meeting: string;
  readonly rev: number;
  readonly patch: Patch;
}

/** `GET /api/meetings/:meeting/snapshot`: the whole view of the caller's audience. */
export interface Snapshot {
  readonly meeting: string;
  readonly audience: Audience;
  /** Names this life of the room; positions of another life do not compare. */
  readonly epoch: string;
  readonly to: number;
  readonly view: MeetingView;
}

/** There are new notes for this person, up to this place; read by `GET /api/meetings/:meeting/annotations`. */
export interface NotesBell {
  readonly meeting: string;
  readonly seq: number;
}

/** Where a person is in the meeting, seen from the desk. Never stored. */
export type PresenceState = 'here' | 'elsewhere' | 'behind' | 'offline';
export interface PresenceView {
  readonly meeting: string;
  readonly persons: {
    readonly [personId: string]: {
      readonly state: PresenceState;
      readonly item: string | null;
      /** Goes where the session and the leader of pages go; false also for a device that did not say. */
      readonly isFollowing: boolean;
      /** The page, of those who follow to a paper that is open to all; nobody else is watched that closely. */
      readonly page: number | null;
    };
  };
}

const meetingId = z.string().min(1).max(64);
const position = z.int().min(0);

/** Messages a client may send, by name. Parsed on the server; anything else is answered `input/invalid`. */
export const upMessages = {
  /** Enter the rooms of a meeting; answers with the own view and either the missed frames or the word to take a snapshot. */
  join: z.strictObject({
    meeting: meetingId,
    version: z.string().max(20),
    have: z.strictObject({ epoch: z.string().max(64), to: position }).nullable(),
  }),
  /** After a snapshot, or on a gap: the frames after `to`. */
  sync: z.strictObject({ meeting: meetingId, epoch: z.string().max(64), to: position }),
  leave: z.strictObject({ meeting: meetingId }),
  /** An order; `id` is minted by the client and makes a retry harmless. */
  command: z.strictObject({
    meeting: meetingId,
    id: z.string().min(8).max(64),
    command: z.looseObject({ type: z.string().max(60) }),
  }),
  /** Where the reader is; volatile, answered by nothing. */
  presence: z.strictObject({
    meeting: meetingId,
    item: z.string().max(64).nullable(),
    to: position,
    /** Set while following: the paper and page on the screen, if it is a paper. */
    following: z
      .strictObject({ paper: z.string().max(64).nullable(), page: z.int().min(1).nullable() })
      .optional(),
  }),
  ...followingMessages,
} as const;

export type UpMessage<T extends keyof typeof upMessages> = z.infer<(typeof upMessages)[T]>;

export type JoinAnswer =
  | {
      readonly ok: true;
      readonly audience: Audience;
      readonly epoch: string;
      /** Position of the audience's last frame: a snapshot at or after it needs no `sync`. */
      readonly to: number;
      /** The server's clock, epoch ms: countdowns run from it over the client's monotonic clock. */
      readonly now: number;
      readonly mine: PersonalView | null;
      readonly mineRev: number;
      /** Frames from the client's position on, or null: take a snapshot, then `sync`. */
      readonly frames: readonly Frame[] | null;
      readonly led: LedView;
      /** Whatever presenters drew that this reader may see (X23). */
      readonly ink: readonly InkView[];
    }
  | { readonly ok: false; readonly problem: Rejection };

export type SyncAnswer =
  | { readonly ok: true; readonly frames: readonly Frame[] | null }
  | { readonly ok: false; readonly problem: Rejection };

/** The verdict on a command. `seq` is the meeting's position after it; `events` how many it became. */
export type CommandAnswer =
  | {
      readonly ok: true;
      readonly seq: number;
      readonly at: number;
      readonly events: number;
      /** Ids of what the command created, in order (item, paper, vote). */
      readonly created: readonly string[];
    }
  | { readonly ok: false; readonly problem: Rejection };

export type LeaderAnswer = { readonly ok: true } | { readonly ok: false; readonly problem: Rejection };

export type ResetReason = 'capacity' | 'published' | 'revoked' | 'slow' | 'stopping';

/** Socket.IO event maps. */
export interface ClientToServer {
  join: (message: UpMessage<'join'>, answer: (a: JoinAnswer) => void) => void;
  sync: (message: UpMessage<'sync'>, answer: (a: SyncAnswer) => void) => void;
  leave: (message: UpMessage<'leave'>) => void;
  command: (message: UpMessage<'command'>, answer: (a: CommandAnswer) => void) => void;
  presence: (message: UpMessage<'presence'>) => void;
  leader: (message: UpMessage<'leader'>, answer: (a: LeaderAnswer) => void) => void;
  lead: (message: UpMessage<'lead'>) => void;
  pointer: (message: UpMessage<'pointer'>) => void;
  ink: (message: UpMessage<'ink'>, answer: (a: InkAnswer) => void) => void;
  inkUndo: (message: UpMessage<'inkUndo'>, answer: (a: InkAnswer) => void) => void;
}

export interface ServerToClient {
  frame: (frame: Frame) => void;
  mine: (frame: MineFrame) => void;
  /** Forget what you hold of this meeting and join again; `revoked`: you may not. */
  reset: (message: { readonly meeting: string; readonly reason: ResetReason }) => void;
  /** The server speaks a newer major version: finish this meeting, then reload. */
  upgrade: (message: { readonly version: string }) => void;
  presence: (view: PresenceView) => void;
  /** Who was not connected asks when the connection is back, and now and then. */
  annotations: (bell: NotesBell) => void;
  led: (view: LedView) => void;
  pointer: (view: PointerView) => void;
  /** The whole layer of a version, in place of what was known. */
  ink: (view: InkView) => void;
  inkPart: (part: InkPart) => void;
}
