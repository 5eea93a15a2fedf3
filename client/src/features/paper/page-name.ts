import type { LedPlace } from '@hopso/shared/protocol';
import type { MeetingView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';

export interface NamedPage {
  /** The sheet, from 1. */
  readonly page: number;
  /** The number printed on it; null where none is known. */
  readonly label: string | null;
  /** All sheets. */
  readonly pages: number;
}

/**
 * "Trang 37 (tờ 40/63)"; only the sheet where no other number is printed on it. Below it the words of the reader must
 * have been fetched.
 */
export function usePageName(): (page: NamedPage) => string {
  const { t } = useTranslation('reader');
  return ({ page, label, pages: total }) =>
    label === null || label === String(page)
      ? t('sheet', { page, total })
      : t('printedOnSheet', { label, page, total });
}

/** The same for a place that somebody leads to. */
export function usePlaceName(): (place: LedPlace, papers: MeetingView['papers']) => string {
  const nameOf = usePageName();
  return ({ paper, version, page, label }, papers) => {
    const file = papers[paper]?.versions.find((each) => each.version === version);
    return nameOf({ page, label: label ?? null, pages: file?.pages ?? page });
  };
}
