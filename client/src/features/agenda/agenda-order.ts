import type { ItemView, MeetingView, OpenItemView } from '@hopso/shared/session';

export type Agenda = Pick<MeetingView, 'items' | 'itemOrder'>;

/** Items as they are read: each upper item, then those below it. */
export function readingOrder({ items, itemOrder }: Agenda): readonly ItemView[] {
  return itemOrder.flatMap((id) => {
    const item = items[id];
    if (item === undefined) return [];
    return [item, ...item.children.flatMap((childId) => items[childId] ?? [])];
  });
}

const isWithdrawn = (item: ItemView): boolean => !item.isListed && item.state === 'withdrawn';

/** The item after the current one, or the first while none is; null at the end. Withdrawn items are passed over. */
export function nextItem(agenda: Agenda, currentId: string | null): ItemView | null {
  const order = readingOrder(agenda);
  const at = order.findIndex((item) => item.id === currentId);
  return order.slice(at + 1).find((item) => !isWithdrawn(item)) ?? null;
}

/** Minutes the plan gives to an item and what is below it. Parts count when they are planned, else the whole does. */
export function plannedMinutesOf({ items }: Agenda, item: ItemView): number {
  if (item.isListed || item.state === 'withdrawn') return 0;
  const parts = item.children.reduce((sum, id) => sum + ownMinutes(items[id]), 0);
  return parts > 0 ? parts : item.plannedMinutes;
}

const ownMinutes = (item: ItemView | undefined): number =>
  item === undefined || item.isListed || item.state === 'withdrawn' ? 0 : item.plannedMinutes;

/** When each item is planned to begin, by id, and when the last one ends (epoch ms). */
export interface Plan {
  readonly begins: ReadonlyMap<string, number>;
  readonly endsAt: number;
}

export function planOf(agenda: Agenda, startsAt: number): Plan {
  const begins = new Map<string, number>();
  let at = startsAt;
  for (const id of agenda.itemOrder) {
    const item = agenda.items[id];
    if (item === undefined) continue;
    begins.set(id, at);
    let partAt = at;
    for (const childId of item.children) {
      begins.set(childId, partAt);
      partAt += ownMinutes(agenda.items[childId]) * 60_000;
    }
    at += plannedMinutesOf(agenda, item) * 60_000;
  }
  return { begins, endsAt: at };
}

/** What an item has taken so far, in milliseconds: finished intervals and the running one. */
export const spentMsOf = (item: Pick<OpenItemView, 'spentMs' | 'currentSince'>, now: number): number =>
  item.spentMs + (item.currentSince === null ? 0 : Math.max(0, now - item.currentSince));
