import type { ItemView, MeetingView } from '@hopso/shared/session';

/** Whether the meeting came to an item, or to a part of it. Of a listed item that is not told. */
export function wasHeld({ items }: Pick<MeetingView, 'items'>, item: ItemView): boolean {
  if (!item.isListed && (item.state === 'visited' || item.state === 'current')) return true;
  return item.children.some((id) => {
    const part = items[id];
    return part !== undefined && wasHeld({ items }, part);
  });
}
