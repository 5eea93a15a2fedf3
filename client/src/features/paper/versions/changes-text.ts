import type { PaperComparison } from '@hopso/shared/paper';
import type { TFunction } from 'i18next';
import { pageRanges } from './page-ranges.ts';

/** "thay đổi trang 2, 5; thêm trang 6–8", or that nothing has changed. */
export function changesText(t: TFunction<'version'>, { pages, gone }: PaperComparison): string {
  const of = (kind: 'changed' | 'new') =>
    pageRanges(pages.filter((each) => each.kind === kind).map(({ page }) => page));
  const [changed, added, removed] = [of('changed'), of('new'), pageRanges(gone)];
  const parts = [
    changed !== '' && t('changed', { pages: changed }),
    added !== '' && t('added', { pages: added }),
    removed !== '' && t('gone', { pages: removed }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('unchanged') : parts.join('; ');
}
