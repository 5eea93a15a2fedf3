import { type CopyEntry, isOut } from '#copies';
import type { SessionState } from './state.ts';
import type { MeetingView, PersonalView } from './view.ts';

/** The entries made of an item's paper copies, in the order of handing out. */
export const registerOf = (state: SessionState, itemId: string): readonly CopyEntry[] =>
  state.copies.registers.get(itemId)?.entries ?? [];

/** For every desk: registers of items open to all. Those of listed items go with their content. */
export function projectRegisters(state: SessionState): NonNullable<MeetingView['copies']> {
  const open = [...state.copies.registers].filter(([id]) => state.agenda.items.get(id)?.openTo === 'all');
  return Object.fromEntries(open.map(([id, { entries }]) => [id, entries]));
}

/** What somebody has in hand, by item (copies H6). */
export function copiesHeldBy(state: SessionState, personId: string): PersonalView['copies'] {
  const held = [...state.copies.registers].flatMap(([id, { entries }]) => {
    const own = entries.filter((entry) => entry.personId === personId && isOut(entry));
    return own.length === 0 ? [] : [[id, own.map(({ copy }) => copy)] as const];
  });
  return Object.fromEntries(held);
}
