import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, IconButton } from '#ui';
import { IconArrowsHorizontal, IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '#ui/icons';
import { GoToPageDialog } from './go-to-page-dialog.tsx';
import styles from './reader-toolbar.module.css';
import { type Reader, zoomLimits } from './use-reader.ts';

/** Page by page, to a page, nearer and farther. */
export function ReaderToolbar({ reader }: { readonly reader: Reader }) {
  const { t } = useTranslation('meeting');
  const [isAsking, setAsking] = useState(false);
  const { page, count, zoom, goTo, zoomTo } = reader;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('paper.tools')}>
      <IconButton
        label={t('paper.previousPage')}
        icon={<IconChevronLeft />}
        disabled={page <= 1}
        onClick={() => goTo(page - 1)}
        testId="page-previous"
      />
      <Button tone="plain" onClick={() => setAsking(true)} testId="page-go-to">
        <span className={styles.page} data-testid="page-number">
          {page} / {count}
        </span>
        <span className="visually-hidden"> {t('paper.goTo')}</span>
      </Button>
      <IconButton
        label={t('paper.nextPage')}
        icon={<IconChevronRight />}
        disabled={page >= count}
        onClick={() => goTo(page + 1)}
        testId="page-next"
      />
      <span className={styles.divider} />
      <IconButton
        label={t('paper.zoomOut')}
        icon={<IconZoomOut />}
        disabled={zoom <= zoomLimits.least}
        onClick={() => zoomTo(zoom - zoomLimits.step)}
        testId="zoom-out"
      />
      <IconButton
        label={t('paper.zoomIn')}
        icon={<IconZoomIn />}
        disabled={zoom >= zoomLimits.most}
        onClick={() => zoomTo(zoom + zoomLimits.step)}
        testId="zoom-in"
      />
      <IconButton
        label={t('paper.fitWidth')}
        icon={<IconArrowsHorizontal />}
        disabled={zoom === 100}
        onClick={() => zoomTo(100)}
        testId="zoom-fit"
      />
      <GoToPageDialog open={isAsking} reader={reader} onClose={() => setAsking(false)} />
    </div>
  );
}
