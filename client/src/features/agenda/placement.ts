import type { ItemView } from '@hopso/shared/session';
import type { Agenda } from './agenda-order.ts';

/** Where an item goes: below `parentId` (null: upper level), before that sibling (null: last). */
export interface Placement {
  readonly parentId: string | null;
  readonly before: string | null;
}

/** The moves an item can make now; null where there is nowhere to go. */
export interface Placements {
  readonly up: Placement | null;
  readonly down: Placement | null;
  /** Below the item that stands before it. */
  readonly indent: Placement | null;
  /** Out, to stand after the item it was part of. */
  readonly outdent: Placement | null;
}

export function placementsOf(agenda: Agenda, item: ItemView): Placements {
  const siblings = siblingsOf(agenda, item.parentId);
  const at = siblings.indexOf(item.id);
  const previous = siblings[at - 1];
  return {
    up: previous === undefined ? null : { parentId: item.parentId, before: previous },
    down:
      at < 0 || at === siblings.length - 1
        ? null
        : { parentId: item.parentId, before: siblings[at + 2] ?? null },
    // Two levels only: an item that has parts of its own cannot become one.
    indent:
      item.parentId === null && item.children.length === 0 && previous !== undefined
        ? { parentId: previous, before: null }
        : null,
    outdent: item.parentId === null ? null : { parentId: null, before: afterParent(agenda, item.parentId) },
  };
}

const siblingsOf = ({ items, itemOrder }: Agenda, parentId: string | null): readonly string[] =>
  parentId === null ? itemOrder : (items[parentId]?.children ?? []);

const afterParent = ({ itemOrder }: Agenda, parentId: string): string | null =>
  itemOrder[itemOrder.indexOf(parentId) + 1] ?? null;
