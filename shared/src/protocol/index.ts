export {
  INKS_PER_SECOND,
  type InkAnswer,
  type InkPart,
  type InkView,
  LEADS_PER_SECOND,
  type LedPlace,
  type LedView,
  POINTERS_PER_SECOND,
  type PointerView,
  type PresentedStroke,
} from './following.ts';
export { LONGEST_PAGE_LABEL, presentedInkLimits } from './limits.ts';
export {
  type ClientToServer,
  type CommandAnswer,
  type Frame,
  type JoinAnswer,
  type LeaderAnswer,
  type MineFrame,
  type NotesBell,
  type PresenceState,
  type PresenceView,
  type ResetReason,
  type ServerToClient,
  type Snapshot,
  type SyncAnswer,
  type UpMessage,
  upMessages,
} from './messages.ts';
export { applyPatch, diff, type Patch } from './patch.ts';
export { PROTOCOL_VERSION, SCREEN_HEADER } from './version.ts';
