import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { planOf, readingOrder } from '#agenda';
import { copiesOut } from '#copies';

/** What starting would do, in numbers. */
export interface StartFacts {
  readonly quorum: MeetingView['quorum'];
  readonly present: number;
  readonly invited: number;
  readonly items: number;
  /** When the plan ends if it begins now, epoch ms. */
  readonly endsAt: number;
}

export const startFacts = (view: MeetingView, now: number): StartFacts => ({
  quorum: view.quorum,
  present: view.counts.present,
  invited: view.counts.invited,
  items: readingOrder(view).filter((item) => item.isListed || item.state !== 'withdrawn').length,
  endsAt: planOf(view, now).endsAt,
});

/** What ending would leave as it is, by the numbers of the items. */
export interface EndFacts {
  readonly held: number;
  readonly items: number;
  readonly pending: readonly string[];
  readonly withoutOutcome: readonly string[];
  readonly withoutConclusion: readonly string[];
  /** Paper copies that are not back. */
  readonly copiesOut: ReturnType<typeof copiesOut>;
}

export function endFacts(view: MeetingView): EndFacts {
  const items = readingOrder(view).filter(
    (item): item is OpenItemView => !item.isListed && item.state !== 'withdrawn',
  );
  const held = items.filter(({ state }) => state !== 'pending');
  // A heading ends with its parts: only what has no parts is settled by itself.
  const settled = held.filter(({ children }) => children.length === 0);
  const numbers = (list: readonly OpenItemView[]) => list.map(({ number }) => number);
  return {
    held: held.length,
    items: items.length,
    pending: numbers(items.filter(({ state }) => state === 'pending')),
    withoutOutcome: numbers(settled.filter(({ outcome }) => outcome === null)),
    withoutConclusion: numbers(
      settled.filter(({ conclusion, isSecret }) => conclusion === null && !isSecret),
    ),
    copiesOut: copiesOut(view),
  };
}

type Presence = { readonly [personId: string]: { readonly state: string } };

/** How many tablets move along when the session moves; the desks themselves are not followers. */
export const followerCount = (presence: Presence, participants: MeetingView['participants']): number =>
  Object.entries(presence).filter(
    ([personId, { state }]) => state === 'here' && participants[personId]?.capacity !== 'secretary',
  ).length;
