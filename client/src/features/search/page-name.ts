import { useTranslation } from '#platform/i18n';

interface NamedPage {
  /** The sheet, from 1. */
  readonly page: number;
  /** The number printed on it. */
  readonly label: string | null;
  readonly pages: number;
}

/** "Trang 37 (tờ 40/63)"; only the sheet where no other number is printed on it. */
export function usePageName(): (page: NamedPage) => string {
  const { t } = useTranslation('search');
  return ({ page, label, pages }) =>
    label === null || label === String(page)
      ? t('page.sheet', { page, pages })
      : t('page.printed', { label, page, pages });
}
