import { type Json, ok, type Rejection, type Result, refuse, stale } from '#kernel';
import type { Context, Phase } from '#meeting';
import {
  type AgendaEvent,
  type AgendaItem,
  type AgendaState,
  type ItemContent,
  withoutSecrets,
} from './agenda.ts';
import type { AgendaCommand } from './commands.ts';

/** Server time within which a move can be undone. The button shows 8 s; the rest is for a weak network (RULES A6). */
export const UNDO_WITHIN_MS = 10_000;

export interface AgendaReads {
  readonly phase: Phase;
  readonly openVoteId: string | null;
  /** Whether something of legal weight hangs on the item: a vote, a conclusion, an outcome. */
  readonly isSettled: (itemId: string) => boolean;
  readonly isParticipant: (personId: string) => boolean;
  /** Whether papers in force stand below the item. */
  readonly hasPapers: (itemId: string) => boolean;
}

type Refusal = Rejection | null;

type CommandNamed<T extends AgendaCommand['type']> = Extract<AgendaCommand, { type: T }>;

export const agendaGuards = {
  edit: (reads: AgendaReads): Refusal => (reads.phase === 'ended' ? { code: 'meeting/ended' } : null),
  /** A4: the session goes from item to item only while it runs, and not past an open vote. */
  goTo: (reads: AgendaReads): Refusal => {
    if (reads.phase !== 'inSession') return { code: 'meeting/not-in-session' };
    return reads.openVoteId === null ? null : { code: 'meeting/vote-open' };
  },
  /** A2: what was published is withdrawn, never taken out. */
  remove: (reads: AgendaReads): Refusal => (reads.phase === 'draft' ? null : { code: 'agenda/published' }),
  withdraw: (reads: AgendaReads): Refusal =>
    reads.phase === 'draft' ? { code: 'agenda/not-published' } : agendaGuards.edit(reads),
  undo: (state: AgendaState, now: number): Refusal => {
    if (state.lastMove === null) return { code: 'agenda/nothing-to-undo' };
    return now - state.lastMove.at <= UNDO_WITHIN_MS ? null : { code: 'agenda/undo-too-late' };
  },
} as const;

export function decideAgenda(
  state: AgendaState,
  reads: AgendaReads,
  command: AgendaCommand,
  context: Context,
): Result<readonly AgendaEvent[]> {
  switch (command.type) {
    case 'AddItem':
      return addItem(state, reads, command, context);
    case 'EditItem':
      return onItem(state, reads, command, (item) => editItem(state, reads, item, command, context));
    case 'MoveItem':
      return onItem(state, reads, command, (item) => moveItem(state, item, command));
    case 'RemoveItem':
      return onItem(state, reads, command, (item) => removeItem(state, item), agendaGuards.remove(reads));
    case 'WithdrawItem':
      return onItem(
        state,
        reads,
        command,
        (item) => withdrawItem(state, reads, item, command),
        agendaGuards.withdraw(reads),
      );
    case 'GoToItem':
      return goTo(state, reads, command.from, command.to);
    case 'UndoItemMove':
      return undoMove(state, reads, command.of, context.now);
  }
}

function addItem(
  state: AgendaState,
  reads: AgendaReads,
  command: CommandNamed<'AddItem'>,
  context: Context,
): Result<readonly AgendaEvent[]> {
  const refusal =
    agendaGuards.edit(reads) ??
    consentRefusal(state, command.consent) ??
    placeRefusalOf(state, null, command.parentId, command.before) ??
    peopleRefusal(reads, command.content, context.actor.personId);
  if (refusal !== null) return { ok: false, error: refusal };
  const [itemId] = context.ids;
  if (itemId === undefined) return refuse('input/invalid');
  const item = { ...withoutSecrets(command.content), id: itemId, parentId: command.parentId };
  return ok([{ type: 'ItemAdded', item, before: command.before, consent: command.consent ?? null }]);
}

/** A2: once it is published, the agenda grows and changes its order with the Chair's consent on record. */
const consentRefusal = (state: AgendaState, consent: string | undefined): Refusal =>
  state.isPublished && consent === undefined ? { code: 'agenda/consent-needed' } : null;

function onItem(
  state: AgendaState,
  reads: AgendaReads,
  command: { readonly item: string; readonly rev: number },
  then: (item: AgendaItem) => Result<readonly AgendaEvent[]>,
  refusal: Refusal = agendaGuards.edit(reads),
): Result<readonly AgendaEvent[]> {
  if (refusal !== null) return { ok: false, error: refusal };
  const item = state.items.get(command.item);
  if (item === undefined) return refuse('item/unknown');
  if (item.withdrawn !== null) return refuse('item/withdrawn');
  if (item.rev !== command.rev) return stale({ rev: item.rev, title: item.title });
  return then(item);
}

/** A5: what was voted on, concluded or settled keeps its words. A9: what waits for its vote goes on waiting for it. */
function editItem(
  state: AgendaState,
  reads: AgendaReads,
  item: AgendaItem,
  command: CommandNamed<'EditItem'>,
  { actor }: Context,
): Result<readonly AgendaEvent[]> {
  const becomesSecret = command.changes.isSecret === true && item.isSecret !== true;
  if (reads.isSettled(command.item)) return refuse(becomesSecret ? 'item/has-content' : 'item/settled');
  if (state.isPublished && item.isCollective && command.changes.isCollective === false)
    return refuse('decision/vote-needed');
  const stated = Object.entries(command.changes).filter(([, value]) => value !== undefined);
  const changes: Partial<ItemContent> = withoutSecrets(asSecretAs(item, Object.fromEntries(stated)));
  const refusal =
    secrecyRefusal(state, reads, item, changes) ?? peopleRefusal(reads, changes, actor.personId);
  if (refusal !== null) return { ok: false, error: refusal };
  return ok([{ type: 'ItemEdited', item: command.item, changes }]);
}

/** What is changed of a secret item is changed of a secret item, unless the order says that it is none. */
const asSecretAs = (item: AgendaItem, changes: Partial<ItemContent>): Partial<ItemContent> =>
  item.isSecret === true ? { isSecret: true, ...changes } : changes;

/**
 * A10: what is in the record cannot be taken out of it, so an item with papers does not become secret; one with a vote
 * or a conclusion is settled. A published secret item stays one, and one in preparation needs a title to be open again.
 */
function secrecyRefusal(
  state: AgendaState,
  reads: AgendaReads,
  item: AgendaItem,
  { isSecret, title }: Partial<ItemContent>,
): Refusal {
  const wasSecret = item.isSecret === true;
  if (isSecret === true && !wasSecret && reads.hasPapers(item.id)) return { code: 'item/has-content' };
  const isOpened = wasSecret && isSecret === false;
  return isOpened && (state.isPublished || title === undefined) ? { code: 'item/secret' } : null;
}

function moveItem(
  state: AgendaState,
  item: AgendaItem,
  { parentId, before, consent }: CommandNamed<'MoveItem'>,
): Result<readonly AgendaEvent[]> {
  const refusal = consentRefusal(state, consent) ?? placeRefusalOf(state, item.id, parentId, before);
  if (refusal !== null) return { ok: false, error: refusal };
  return ok([{ type: 'ItemMoved', item: item.id, parentId, before, consent: consent ?? null }]);
}

function removeItem(state: AgendaState, item: AgendaItem): Result<readonly AgendaEvent[]> {
  const below = state.children.get(item.id) ?? [];
  return ok([...below, item.id].map((id) => ({ type: 'ItemRemoved', item: id })));
}

/** A5: an item goes with those below it; none of them may be under way or settled. */
function withdrawItem(
  state: AgendaState,
  reads: AgendaReads,
  item: AgendaItem,
  { reason, consent }: CommandNamed<'WithdrawItem'>,
): Result<readonly AgendaEvent[]> {
  const below = state.children.get(item.id) ?? [];
  const going = [...below.filter((id) => state.items.get(id)?.withdrawn === null), item.id];
  if (going.some((id) => id === state.currentId)) return refuse('item/current');
  if (going.some(reads.isSettled)) return refuse('item/settled');
  return ok(going.map((id) => ({ type: 'ItemWithdrawn', item: id, reason, consent })));
}

/** A1: two levels, and neither an item below itself nor a neighbour from elsewhere. */
function placeRefusalOf(
  state: AgendaState,
  itemId: string | null,
  parentId: string | null,
  before: string | null,
): Refusal {
  if (parentId !== null) {
    const parent = state.items.get(parentId);
    if (parent === undefined) return { code: 'item/unknown' };
    if (parent.withdrawn !== null) return { code: 'item/withdrawn' };
    const hasChildren = itemId !== null && (state.children.get(itemId) ?? []).length > 0;
    if (parent.parentId !== null || parentId === itemId || hasChildren) return { code: 'agenda/too-deep' };
  }
  const siblings: readonly string[] = parentId === null ? state.order : (state.children.get(parentId) ?? []);
  if (before !== null && (before === itemId || !siblings.includes(before))) return { code: 'item/unknown' };
  return null;
}

/**
 * A3: a list names participants of this meeting, and whoever sets it: a slip must not lock its author out.
 * The author may be a secretary of the host who does not take part.
 */
function peopleRefusal(
  reads: AgendaReads,
  { openTo = 'all', presiderId = null }: Partial<ItemContent>,
  actorId: string,
): Refusal {
  if (presiderId !== null && !reads.isParticipant(presiderId)) return { code: 'participant/unknown' };
  if (openTo === 'all') return null;
  if (!openTo.includes(actorId)) return { code: 'agenda/list-without-author' };
  const areKnown = openTo.every((personId) => personId === actorId || reads.isParticipant(personId));
  return areKnown ? null : { code: 'participant/unknown' };
}

function goTo(
  state: AgendaState,
  reads: AgendaReads,
  from: string | null,
  to: string,
): Result<readonly AgendaEvent[]> {
  const refusal = agendaGuards.goTo(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  const item = state.items.get(to);
  if (item === undefined) return refuse('item/unknown');
  if (item.withdrawn !== null) return refuse('item/withdrawn');
  if (from !== state.currentId) return stale({ current: state.currentId } as Json);
  return from === to ? ok([]) : ok([{ type: 'CurrentItemMoved', from, to }]);
}

function undoMove(
  state: AgendaState,
  reads: AgendaReads,
  of: number,
  now: number,
): Result<readonly AgendaEvent[]> {
  const refusal = agendaGuards.undo(state, now);
  if (refusal !== null) return { ok: false, error: refusal };
  const move = state.lastMove;
  if (move === null || move.seq !== of) return stale({ current: state.currentId } as Json);
  const from = move.from === null ? undefined : state.items.get(move.from);
  if (from !== undefined && from.withdrawn !== null) return refuse('item/withdrawn');
  if (reads.openVoteId !== null) return refuse('meeting/vote-open');
  return ok([{ type: 'ItemMoveUndone', of, from: move.to, to: move.from }]);
}
