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
  /** On paper only: nothing of it is written down. */
  readonly isSecret: boolean;
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
  isSecret: false,
};

export const draftOf = (item: OpenItemView): ItemDraft => ({
  title: item.isSecret ? '' : item.title,
  kind: item.kind,
  submittingBody: item.submittingBody,
  presenters: item.presenters.join('\n'),
  presiderId: item.presiderId,
  isCollective: item.isCollective,
  plannedMinutes: item.plannedMinutes === 0 ? '' : String(item.plannedMinutes),
  openTo: item.openTo,
  isSecret: item.isSecret,
});

export type DraftFault = 'title' | 'plannedMinutes' | 'openTo';

/** What must be mended before the draft can be sent. */
export function faultsOf({ title, plannedMinutes, openTo, isSecret }: ItemDraft): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  if (!isSecret && title.trim() === '') faults.push('title');
  if (!/^\d{0,4}$/.test(plannedMinutes.trim()) || Number(plannedMinutes) > 24 * 60)
    faults.push('plannedMinutes');
  if (openTo !== null && openTo.length === 0) faults.push('openTo');
  return faults;
}

/** An order has a title; that of a secret item is not kept (agenda A10). */
const untold = { title: '–', submittingBody: '', presenters: '', presiderId: null } as const;

export const contentOf = (given: ItemDraft): ItemContent =>
  stated(given.isSecret ? { ...given, ...untold } : given);

const stated = (draft: ItemDraft): ItemContent => ({
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
  isSecret: draft.isSecret,
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
