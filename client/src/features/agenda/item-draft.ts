import { type ItemKind, itemKinds } from '@hopso/shared/agenda';
import type { CommandOf, OpenItemView } from '@hopso/shared/session';

export { itemKinds };
export type ItemContent = CommandOf<'AddItem'>['content'];

/** What a form holds while an item is written; numbers and lists are text until they are sent. */
export interface ItemDraft {
  readonly title: string;
  readonly kind: ItemKind;
  readonly submittingBody: string;
  /** One presenter a line. */
  readonly presenters: string;
  readonly presiderId: string | null;
  readonly isCollective: boolean;
  readonly plannedMinutes: string;
  /** Null: open to all. */
  readonly openTo: readonly string[] | null;
}

export const newItemDraft: ItemDraft = {
  title: '',
  kind: 'opinion',
  submittingBody: '',
  presenters: '',
  presiderId: null,
  isCollective: false,
  plannedMinutes: '',
  openTo: null,
};

export const draftOf = (item: OpenItemView): ItemDraft => ({
  title: item.title,
  kind: item.kind,
  submittingBody: item.submittingBody,
  presenters: item.presenters.join('\n'),
  presiderId: item.presiderId,
  isCollective: item.isCollective,
  plannedMinutes: item.plannedMinutes === 0 ? '' : String(item.plannedMinutes),
  openTo: item.openTo,
});

export type DraftFault = 'title' | 'plannedMinutes' | 'openTo';

/** What must be mended before the draft can be sent. */
export function faultsOf({ title, plannedMinutes, openTo }: ItemDraft): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  if (title.trim() === '') faults.push('title');
  if (!/^\d{0,4}$/.test(plannedMinutes.trim()) || Number(plannedMinutes) > 24 * 60)
    faults.push('plannedMinutes');
  if (openTo !== null && openTo.length === 0) faults.push('openTo');
  return faults;
}

export const contentOf = (draft: ItemDraft): ItemContent => ({
  title: draft.title.trim(),
  kind: draft.kind,
  submittingBody: draft.submittingBody.trim(),
  presenters: draft.presenters
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  presiderId: draft.presiderId,
  isCollective: draft.isCollective,
  plannedMinutes: Number(draft.plannedMinutes),
  openTo: draft.openTo === null ? 'all' : [...draft.openTo],
});

/** Only what differs, so that a change of one field does not undo somebody's change of another. */
export function changesOf(item: OpenItemView, draft: ItemDraft): Partial<ItemContent> {
  const before = contentOf(draftOf(item));
  const after = contentOf(draft);
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof ItemContent]),
    ),
  );
}
