import type { Rejection } from '@hopso/shared/kernel';
import type { LedView, PointerView, PresenceView } from '@hopso/shared/protocol';
import type { Audience, MeetingView, PersonalView } from '@hopso/shared/session';
import type { InkLayers } from './presented-ink.ts';

/**
 * - `connecting`: first contact, nothing to show yet
 * - `live`: what is shown is what holds
 * - `catching-up`: connected, some changes still missing
 * - `offline`: what is shown held at `offlineSince`
 * - `gone`: the server will not show this meeting (any more); `problem` says why
 */
type Connection = 'connecting' | 'live' | 'catching-up' | 'offline' | 'gone';

/** Everything a screen of a running meeting is drawn from. Replaced as a whole on every change. */
export interface LiveState {
  readonly connection: Connection;
  /** Server time at which the connection was lost. */
  readonly offlineSince: number | null;
  readonly problem: Rejection | null;
  readonly audience: Audience | null;
  /** Position of `view` within the life of the room that `epoch` names. */
  readonly epoch: string;
  readonly to: number;
  readonly view: MeetingView | null;
  readonly mine: PersonalView | null;
  readonly mineRev: number;
  /** Desk only. */
  readonly presence: PresenceView['persons'];
  /** Who leads pages and where, as far as this person may see it; null before joining. */
  readonly led: LedView | null;
  readonly pointer: PointerView | null;
  readonly ink: InkLayers;
  /** Up to where there are notes to be read; 0 while the server has said nothing of any. */
  readonly notesSeq: number;
  /** The server speaks a newer version: reload once the meeting is over. */
  readonly isOutdated: boolean;
}

export const initialLive: LiveState = {
  connection: 'connecting',
  offlineSince: null,
  problem: null,
  audience: null,
  epoch: '',
  to: 0,
  view: null,
  mine: null,
  mineRev: 0,
  presence: {},
  led: null,
  pointer: null,
  ink: {},
  notesSeq: 0,
  isOutdated: false,
};
