import { ok, type Rejection, type Result, refuse, stale } from '#kernel';
import { announcedRefusal, type Phase } from '#meeting';
import type { CopyCommand } from './commands.ts';
import { type CopiesState, type CopyEvent, isOut, lastEntry } from './copies.ts';

export interface CopiesReads {
  readonly phase: Phase;
  readonly item: (itemId: string) => { readonly isSecret: boolean; readonly isWithdrawn: boolean } | null;
  /** Null for somebody who does not take part. */
  readonly nameOf: (personId: string) => string | null;
  readonly isItemOpenTo: (itemId: string, personId: string) => boolean;
}

type CommandNamed<T extends CopyCommand['type']> = Extract<CopyCommand, { type: T }>;
type Decided = Result<readonly CopyEvent[]>;

export const copiesGuards = {
  /** H3: from the publication until the end. */
  handOut: ({ phase }: Pick<CopiesReads, 'phase'>): Rejection | null => announcedRefusal(phase),
  /** H3: after the end too. */
  collect: ({ phase }: Pick<CopiesReads, 'phase'>): Rejection | null =>
    phase === 'draft' ? { code: 'meeting/not-published' } : null,
} as const;

export function decideCopies(state: CopiesState, reads: CopiesReads, command: CopyCommand): Decided {
  const guard = command.type === 'HandOutCopies' ? copiesGuards.handOut : copiesGuards.collect;
  const refusal = guard(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  const item = reads.item(command.item);
  if (item === null) return refuse('item/unknown');
  if (!item.isSecret) return refuse('copy/not-secret');
  switch (command.type) {
    case 'HandOutCopies':
      return item.isWithdrawn ? refuse('item/withdrawn') : handOut(state, reads, command);
    case 'CollectCopies':
      return collect(state, command);
    case 'CorrectCopy':
      return correct(state, command);
  }
}

/** H4: all together or none; a number that is named twice could go to only one of the two. */
function together<T extends { readonly copy: number }>(
  copies: readonly T[],
  decideOne: (each: T) => Decided,
): Decided {
  if (new Set(copies.map(({ copy }) => copy)).size < copies.length) return refuse('copy/twice');
  const events: CopyEvent[] = [];
  for (const each of copies) {
    const decided = decideOne(each);
    if (!decided.ok) return decided;
    events.push(...decided.value);
  }
  return ok(events);
}

/** H2: one holder at a time, who takes part and may see the item. */
const handOut = (
  state: CopiesState,
  reads: CopiesReads,
  { item, copies }: CommandNamed<'HandOutCopies'>,
): Decided =>
  together(copies, ({ copy, to }) => {
    const name = reads.nameOf(to);
    if (name === null) return refuse('participant/unknown');
    if (!reads.isItemOpenTo(item, to)) return refuse('copy/item-restricted', { name });
    const last = lastEntry(state, item, copy);
    if (last !== undefined && isOut(last))
      return last.personId === to ? ok([]) : refuse('copy/out', { copy, name: last.name });
    return ok([{ type: 'CopyHandedOut', item, copy, person: to, name }]);
  });

const collect = (state: CopiesState, { item, copies }: CommandNamed<'CollectCopies'>): Decided =>
  together(copies, ({ copy, from }) => {
    const last = lastEntry(state, item, copy);
    if (last === undefined) return refuse('copy/unknown');
    if (last.personId !== from) return stale({ copy, holder: last.personId });
    return isOut(last) ? ok([{ type: 'CopyCollected', item, copy, person: from }]) : ok([]);
  });

/** H5: the last entry alone; what came before it was true when the next was made. */
function correct(state: CopiesState, { item, copy, holder, entry }: CommandNamed<'CorrectCopy'>): Decided {
  const last = lastEntry(state, item, copy);
  if (last === undefined || last.personId !== holder) return refuse('copy/nothing-to-correct');
  if (isOut(last) !== (entry === 'handedOut')) return refuse('copy/nothing-to-correct');
  return ok([{ type: 'CopyCorrected', item, copy, person: holder, entry }]);
}
