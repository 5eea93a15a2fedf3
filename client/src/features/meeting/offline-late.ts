/** One chunk: two would need lists of what each of them needs, in the first load. */
export { KeptMark, LeadKeeping, RailKeeping } from './offline-keeping.tsx';
export { OutboxDialog, UnsentPill } from './offline-outbox.tsx';
