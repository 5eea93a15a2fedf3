import type { MeetingState } from './meeting.ts';

/** Somebody who presided; `from` is null for who opened the session, `to` for who has not handed over. Epoch ms. */
export type PresidingTerm = {
  readonly personId: string;
  readonly from: number | null;
  readonly to: number | null;
};

/** Who has presided since the session began, in order (M10). Who handed over before the opening did not preside it. */
export function presidingTerms({
  presided,
  startedAt,
}: Pick<MeetingState, 'presided' | 'startedAt'>): readonly PresidingTerm[] {
  if (startedAt === null) return [];
  return presided
    .map(({ personId, since }, index) => ({
      personId,
      from: since <= startedAt ? null : since,
      to: presided[index + 1]?.since ?? null,
    }))
    .filter(({ to }) => to === null || to > startedAt);
}
