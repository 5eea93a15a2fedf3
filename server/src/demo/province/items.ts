import type { ItemContent } from '@hopso/shared/agenda';
import type { Conducted } from './conduct.ts';

/** An item's content with what an item usually is. */
export const item = (title: string, content: Partial<ItemContent> = {}): ItemContent => ({
  title,
  kind: 'information',
  submittingBody: '',
  presenters: [],
  presiderId: null,
  isCollective: false,
  plannedMinutes: 20,
  openTo: 'all',
  ...content,
});

type Ids<T extends readonly unknown[]> = { [K in keyof T]: string };

/** Adds items in order; answers their ids. */
export async function addItems<const T extends readonly ItemContent[]>(
  session: Conducted,
  items: T,
): Promise<Ids<T>> {
  const ids: string[] = [];
  for (const content of items) ids.push(await addItem(session, content));
  return ids as unknown as Ids<T>;
}

export function addItem(
  session: Conducted,
  content: ItemContent,
  parentId: string | null = null,
): Promise<string> {
  const { presenters, openTo } = content;
  return session.deskCreates({
    type: 'AddItem',
    parentId,
    before: null,
    content: { ...content, presenters: [...presenters], openTo: openTo === 'all' ? openTo : [...openTo] },
  });
}
