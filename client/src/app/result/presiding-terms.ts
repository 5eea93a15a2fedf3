import type { MeetingHeader } from '@hopso/shared/session';

/** Somebody who presided; `from` is null for who opened the session, `to` for who ended it. Epoch ms. */
export interface PresidingTerm {
  readonly personId: string;
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Who presided while the session ran, in order. Who handed over before the opening did not preside it. */
export function presidingTerms({
  presided,
  startedAt,
}: Pick<MeetingHeader, 'presided' | 'startedAt'>): readonly PresidingTerm[] {
  const terms = presided.map(({ personId, name, since }, index) => ({
    personId,
    name,
    from: startedAt === null || since <= startedAt ? null : since,
    to: presided[index + 1]?.since ?? null,
  }));
  return terms.filter(({ to }) => to === null || startedAt === null || to > startedAt);
}
