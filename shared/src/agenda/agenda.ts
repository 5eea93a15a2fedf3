import type { EventMeta } from '#kernel';

export const itemKinds = ['decision', 'opinion', 'information', 'procedure'] as const;
export type ItemKind = (typeof itemKinds)[number];
export type OpenTo = 'all' | readonly string[];

export type ItemContent = {
  readonly title: string;
  readonly kind: ItemKind;
  readonly submittingBody: string;
  readonly presenters: readonly string[];
  /** The leader who leads the discussion of this item, when it is not the chair (person id). */
  readonly presiderId: string | null;
  /** "Thuộc thẩm quyền tập thể": cannot be concluded as decided without a vote. */
  readonly isCollective: boolean;
  readonly plannedMinutes: number;
  readonly openTo: OpenTo;
  /** On paper only (RULES A10). Records from before this was asked do not say. */
  readonly isSecret?: boolean | undefined;
};

export type ItemRecord = ItemContent & { readonly id: string; readonly parentId: string | null };

/** What stands in the agenda for a secret item, whatever was entered: nothing of its content is stored (RULES A10). */
const onPaperOnly = {
  title: 'Nội dung lưu hành bản giấy',
  submittingBody: '',
  presenters: [],
  presiderId: null,
} as const;

/** The item with nothing of its content where it is secret; else as it is. */
export const withoutSecrets = <T extends Partial<ItemContent>>(content: T): T =>
  content.isSecret === true ? { ...content, ...onPaperOnly } : content;

export type AgendaEvent =
  /** `consent`: who agreed to the change, once the agenda is published (RULES A2). */
  | { type: 'ItemAdded'; item: ItemRecord; before: string | null; consent: string | null }
  | { type: 'ItemEdited'; item: string; changes: Partial<ItemContent> }
  | {
      type: 'ItemMoved';
      item: string;
      parentId: string | null;
      before: string | null;
      consent: string | null;
    }
  | { type: 'ItemRemoved'; item: string }
  | { type: 'ItemWithdrawn'; item: string; reason: string; consent: string }
  | { type: 'CurrentItemMoved'; from: string | null; to: string }
  | { type: 'ItemMoveUndone'; of: number; from: string; to: string | null };

/** Events of the session that stop an item's clock or let it run on. */
type ClockEvent = { type: 'MeetingPaused' | 'MeetingResumed' | 'MeetingEnded' };
type PublicationEvent = { type: 'MeetingPublished'; items: readonly ItemRecord[] };

/** How long and how often an item was the current one. */
interface ItemClock {
  /** Milliseconds of finished intervals as the current item; pauses and undone moves are not in it. */
  readonly spentMs: number;
  readonly currentSince: number | null;
  readonly visits: number;
}

export interface AgendaItem extends ItemRecord, ItemClock {
  readonly rev: number;
  readonly withdrawn: { readonly reason: string; readonly at: number } | null;
  /** Set when the item came after publication. */
  readonly addedAt: number | null;
}

export interface LastMove {
  readonly seq: number;
  readonly at: number;
  readonly from: string | null;
  readonly to: string;
  /** The two clocks as they were, so that undoing restores them exactly, and nothing but them. */
  readonly before: readonly (ItemClock & { readonly id: string })[];
}

export interface AgendaState {
  readonly rev: number;
  readonly items: Map<string, AgendaItem>;
  readonly order: readonly string[];
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly currentId: string | null;
  readonly lastMove: LastMove | null;
  readonly isPublished: boolean;
}

export const initialAgenda = (): AgendaState => ({
  rev: 0,
  items: new Map(),
  order: [],
  children: new Map(),
  currentId: null,
  lastMove: null,
  isPublished: false,
});

type Handled = AgendaEvent | ClockEvent | PublicationEvent;

export function evolveAgenda(state: AgendaState, event: Handled, meta: EventMeta): AgendaState {
  const next = changeOf(state, event, meta);
  return next === null ? state : { ...state, ...next, rev: state.rev + 1 };
}

function changeOf(state: AgendaState, event: Handled, meta: EventMeta): Partial<AgendaState> | null {
  switch (event.type) {
    case 'MeetingPublished':
      return published(event.items);
    case 'ItemAdded':
      state.items.set(event.item.id, newItem(event.item, state.isPublished ? meta.at : null));
      return placed(state, event.item.id, event.item.parentId, event.before);
    case 'ItemEdited':
      return patchItem(state, event.item, (item) =>
        withoutSecrets({ ...item, ...event.changes, rev: item.rev + 1 }),
      );
    case 'ItemMoved':
      patchItem(state, event.item, (item) => ({ ...item, parentId: event.parentId, rev: item.rev + 1 }));
      return placed(unplaced(state, event.item), event.item, event.parentId, event.before);
    case 'ItemRemoved':
      return removed(state, event.item);
    case 'ItemWithdrawn':
      return patchItem(state, event.item, (item) => ({
        ...item,
        withdrawn: { reason: event.reason, at: meta.at },
        rev: item.rev + 1,
      }));
    case 'CurrentItemMoved':
      return moveTo(state, event.from, event.to, meta);
    case 'ItemMoveUndone':
      return undone(state);
    case 'MeetingPaused':
    case 'MeetingEnded':
      return stopClock(state, meta.at);
    case 'MeetingResumed':
      return startClock(state, meta.at);
    default:
      return null;
  }
}

const newItem = (record: ItemRecord, addedAt: number | null): AgendaItem => ({
  ...withoutSecrets(record),
  isSecret: record.isSecret === true,
  rev: 1,
  withdrawn: null,
  addedAt,
  spentMs: 0,
  currentSince: null,
  visits: 0,
});

function published(records: readonly ItemRecord[]): Partial<AgendaState> {
  let state = initialAgenda();
  for (const record of records) {
    state.items.set(record.id, newItem(record, null));
    state = { ...state, ...placed(state, record.id, record.parentId, null) };
  }
  return { ...state, isPublished: true };
}

function patchItem(
  state: AgendaState,
  id: string,
  change: (item: AgendaItem) => AgendaItem,
): Partial<AgendaState> | null {
  const item = state.items.get(id);
  if (item === undefined) return null;
  state.items.set(id, change(item));
  return {};
}

function inserted(ids: readonly string[], id: string, before: string | null): readonly string[] {
  const at = before === null ? -1 : ids.indexOf(before);
  return at < 0 ? [...ids, id] : [...ids.slice(0, at), id, ...ids.slice(at)];
}

function placed(state: AgendaState, id: string, parentId: string | null, before: string | null): AgendaState {
  if (parentId === null) return { ...state, order: inserted(state.order, id, before) };
  const children = new Map(state.children);
  children.set(parentId, inserted(state.children.get(parentId) ?? [], id, before));
  return { ...state, children };
}

function unplaced(state: AgendaState, id: string): AgendaState {
  const children = new Map(
    [...state.children].map(([parent, ids]) => [parent, ids.filter((child) => child !== id)]),
  );
  return { ...state, order: state.order.filter((other) => other !== id), children };
}

function removed(state: AgendaState, id: string): AgendaState {
  state.items.delete(id);
  const rest = unplaced(state, id);
  return { ...rest, children: new Map([...rest.children].filter(([parent]) => parent !== id)) };
}

function moveTo(
  state: AgendaState,
  from: string | null,
  to: string,
  { seq, at }: EventMeta,
): Partial<AgendaState> {
  const before = [from, to].flatMap((id) => {
    const item = id === null ? undefined : state.items.get(id);
    if (item === undefined) return [];
    const { spentMs, currentSince, visits } = item;
    return [{ id: item.id, spentMs, currentSince, visits }];
  });
  if (from !== null) patchItem(state, from, (item) => stopped(item, at));
  patchItem(state, to, (item) => ({ ...item, currentSince: at, visits: item.visits + 1 }));
  return { currentId: to, lastMove: { seq, at, from, to, before } };
}

/** The clocks go back to what they were before the move: its interval never happened (RULES A6). */
function undone(state: AgendaState): Partial<AgendaState> {
  if (state.lastMove === null) return {};
  for (const { id, ...clock } of state.lastMove.before)
    patchItem(state, id, (item) => ({ ...item, ...clock }));
  return { currentId: state.lastMove.from, lastMove: null };
}

const stopped = (item: AgendaItem, at: number): AgendaItem => ({
  ...item,
  spentMs: item.spentMs + (item.currentSince === null ? 0 : at - item.currentSince),
  currentSince: null,
});

function stopClock(state: AgendaState, at: number): Partial<AgendaState> {
  if (state.currentId !== null) patchItem(state, state.currentId, (item) => stopped(item, at));
  return { lastMove: null };
}

function startClock(state: AgendaState, at: number): Partial<AgendaState> {
  if (state.currentId !== null) patchItem(state, state.currentId, (item) => ({ ...item, currentSince: at }));
  return {};
}

/** A vote, a conclusion or an outcome followed the move: from here on it cannot be undone (RULES A6). */
export const settleMove = (state: AgendaState): AgendaState =>
  state.lastMove === null ? state : { ...state, lastMove: null, rev: state.rev + 1 };

/** Items in reading order with their printed numbers: 1, 2, 2.1, 2.2, 3 … */
export function numberedItems(
  state: AgendaState,
): readonly { readonly item: AgendaItem; readonly number: string }[] {
  return state.order.flatMap((id, index) => {
    const item = state.items.get(id);
    if (item === undefined) return [];
    const below = (state.children.get(id) ?? []).flatMap((childId, childIndex) => {
      const child = state.items.get(childId);
      return child === undefined ? [] : [{ item: child, number: `${index + 1}.${childIndex + 1}` }];
    });
    return [{ item, number: `${index + 1}` }, ...below];
  });
}

/** Whether a person may see the content of the item. An unknown item is open to nobody. */
export function isItemOpenTo(state: AgendaState, itemId: string, personId: string): boolean {
  const item = state.items.get(itemId);
  return item !== undefined && (item.openTo === 'all' || item.openTo.includes(personId));
}
