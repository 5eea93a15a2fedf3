export { useCapacityName } from './capacity-name.ts';
export { ConnectionPill } from './connection-pill.tsx';
export { DeskGate } from './desk-gate.tsx';
export { elapsedMs } from './elapsed.ts';
export { myMeetingsQuery } from './my-meetings.ts';
export { OrderButton } from './order-button.tsx';
export { PhaseBadge } from './phase-badge.tsx';
export { type Order, useOrder, useReason } from './use-order.ts';
