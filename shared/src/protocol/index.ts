export {
  type ClientToServer,
  type CommandAnswer,
  type Frame,
  type JoinAnswer,
  type MineFrame,
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
