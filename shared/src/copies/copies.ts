import type { EventMeta } from '#kernel';

export type CopyEvent =
  | { type: 'CopyHandedOut'; item: string; copy: number; person: string; name: string }
  | { type: 'CopyCollected'; item: string; copy: number; person: string }
  /** The last entry of the copy was a mistake: it was not handed out, or is not back (RULES H5). */
  | { type: 'CopyCorrected'; item: string; copy: number; person: string; entry: 'handedOut' | 'collected' };

/** One handing out of one copy, and what became of it. */
export type CopyEntry = {
  readonly copy: number;
  readonly personId: string;
  /** As the holder was called then. */
  readonly name: string;
  readonly handedOutAt: number;
  readonly collectedAt: number | null;
  /** Entered by mistake: the copy was never handed out so. */
  readonly correctedAt: number | null;
};

interface Register {
  readonly rev: number;
  /** In the order of handing out. */
  readonly entries: readonly CopyEntry[];
}

/** Replaced whenever an entry is made: what is projected from it stands as long as it does. */
export interface CopiesState {
  readonly registers: ReadonlyMap<string, Register>;
}

export const initialCopies = (): CopiesState => ({ registers: new Map() });

/** Whether the copy is in its holder's hands. */
export const isOut = ({ collectedAt, correctedAt }: CopyEntry): boolean =>
  collectedAt === null && correctedAt === null;

/** The last handing out of a copy that was not a mistake. */
export const lastEntry = (state: CopiesState, item: string, copy: number): CopyEntry | undefined =>
  state.registers.get(item)?.entries.findLast((entry) => entry.copy === copy && entry.correctedAt === null);

export function evolveCopies(state: CopiesState, event: CopyEvent, { at }: EventMeta): CopiesState {
  switch (event.type) {
    case 'CopyHandedOut': {
      const { copy, person, name } = event;
      const entry = { copy, personId: person, name, handedOutAt: at, collectedAt: null, correctedAt: null };
      return changed(state, event.item, (entries) => [...entries, entry]);
    }
    case 'CopyCollected':
      return amended(state, event, { collectedAt: at });
    case 'CopyCorrected':
      return amended(state, event, event.entry === 'collected' ? { collectedAt: null } : { correctedAt: at });
    default:
      return state;
  }
}

function amended(
  state: CopiesState,
  { item, copy }: { readonly item: string; readonly copy: number },
  change: Partial<CopyEntry>,
): CopiesState {
  const last = lastEntry(state, item, copy);
  return changed(state, item, (entries) =>
    entries.map((entry) => (entry === last ? { ...entry, ...change } : entry)),
  );
}

function changed(
  state: CopiesState,
  item: string,
  change: (entries: readonly CopyEntry[]) => readonly CopyEntry[],
): CopiesState {
  const { rev, entries } = state.registers.get(item) ?? { rev: 0, entries: [] };
  return { registers: new Map(state.registers).set(item, { rev: rev + 1, entries: change(entries) }) };
}
