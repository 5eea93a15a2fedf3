import { type CopyEntry, isOut } from '@hopso/shared/copies';
import type { MeetingView, OpenItemView, ParticipantView } from '@hopso/shared/session';

/** Copy numbers in their order, as they are read: 1, 2, 5. */
export const numbersOf = (copies: readonly number[]): string => copies.toSorted((a, b) => a - b).join(', ');

/** The items whose copies are not all back, by their numbers in the agenda. */
export const copiesOut = (
  view: Pick<MeetingView, 'items' | 'copies'>,
): readonly { readonly itemId: string; readonly n: string; readonly so: string }[] =>
  Object.entries(view.copies ?? {}).flatMap(([itemId, entries]) => {
    const out = entries.filter(isOut).map(({ copy }) => copy);
    return out.length === 0 ? [] : [{ itemId, n: view.items[itemId]?.number ?? '', so: numbersOf(out) }];
  });

/** The smallest number above all that were used: a copy that is back may still lie with others. */
export const nextFree = (entries: readonly CopyEntry[]): number =>
  Math.max(0, ...entries.filter(({ correctedAt }) => correctedAt === null).map(({ copy }) => copy)) + 1;

const receiving: ReadonlySet<string> = new Set(['chair', 'member', 'substitute']);

/** Who may be given a copy: paper reaches those who take part and may see the item. */
export const receiversOf = (
  people: readonly ParticipantView[],
  { openTo }: Pick<OpenItemView, 'openTo'>,
): readonly ParticipantView[] =>
  people.filter(({ personId }) => openTo === null || openTo.includes(personId));

/** Members in the room who have no copy of the item in hand. */
export function waitingFor(
  people: readonly ParticipantView[],
  item: Pick<OpenItemView, 'openTo'>,
  entries: readonly CopyEntry[],
): readonly ParticipantView[] {
  const holding = new Set(entries.filter(isOut).map(({ personId }) => personId));
  return receiversOf(people, item).filter(
    ({ personId, status, capacity }) =>
      status === 'room' && receiving.has(capacity) && !holding.has(personId),
  );
}
