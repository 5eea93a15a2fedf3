import type { MeetingView, OpenItemView, ParticipantView } from '@hopso/shared/session';
import { readingOrder } from '#agenda';

/** How far a preparation is, in numbers; `blocking` are the reasons why it cannot be published. */
export interface Readiness {
  readonly items: number;
  readonly papers: number;
  readonly pages: number;
  readonly participants: number;
  readonly members: number;
  readonly presiding: ParticipantView | null;
  /** Numbers of items that decide or ask for an opinion and have no paper. */
  readonly withoutPapers: readonly string[];
  readonly blocking: readonly ('meeting/no-items' | 'meeting/no-participants' | 'meeting/no-chair')[];
}

export function readinessOf(view: MeetingView): Readiness {
  const order = readingOrder(view);
  const items = order.filter((item): item is OpenItemView => !item.isListed && item.state !== 'withdrawn');
  const people = Object.values(view.participants);
  const presiding = people.find(({ capacity }) => capacity === 'chair') ?? null;
  const papers = items.flatMap(({ paperOrder }) => paperOrder.flatMap((id) => view.papers[id] ?? []));
  return {
    items: order.length,
    papers: papers.length,
    pages: papers.reduce((sum, { pages }) => sum + pages, 0),
    participants: people.length,
    members: people.filter(({ hasSeat }) => hasSeat).length,
    presiding,
    withoutPapers: items.filter(lacksPapers).map(({ number }) => number),
    blocking: [
      ...(order.length === 0 ? (['meeting/no-items'] as const) : []),
      ...(people.length === 0 ? (['meeting/no-participants'] as const) : []),
      ...(presiding === null ? (['meeting/no-chair'] as const) : []),
    ],
  };
}

/** A heading gets its papers through its parts, and procedure needs none. */
const lacksPapers = ({ kind, children, paperOrder }: OpenItemView): boolean =>
  paperOrder.length === 0 && children.length === 0 && kind !== 'procedure';
