export { AgendaList } from './agenda-list.tsx';
export { nextItem, plannedMinutesOf, planOf, readingOrder, spentMsOf } from './agenda-order.ts';
export { ItemClock } from './item-clock.tsx';
export { AddItemDialog, EditItemDialog } from './item-dialog.tsx';
export { withContents } from './listed-contents.ts';
export { MoveItemDialog } from './move-item-dialog.tsx';
export { type Placement, placementsOf } from './placement.ts';
export { useFullView } from './use-full-view.ts';
export { WithdrawItemDialog } from './withdraw-item-dialog.tsx';
