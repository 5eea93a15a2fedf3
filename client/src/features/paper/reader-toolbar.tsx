import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, IconButton, Menu } from '#ui';
import {
  IconArrowsHorizontal,
  IconChevronLeft,
  IconChevronRight,
  IconDotsVertical,
  IconLayoutSidebar,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '#ui/icons';
import { GoToPageDialog } from './go-to-page-dialog.tsx';
import { labelOf, type PageLabels } from './printed-pages.ts';
import styles from './reader-toolbar.module.css';
import { type Reader, zoomLimits } from './use-reader.ts';
import { useToolbarMenu } from './use-toolbar-menu.tsx';

/** A second paper beside this one, where the screen has room for it. */
export interface SplitControl {
  readonly isSplit: boolean;
  readonly toggle: () => void;
}

/** What can be done with the words of a paper. `page`: the one in view. */
export interface WordActions {
  readonly search: () => void;
  readonly readAsText: (page: number) => void;
  readonly isSelecting: boolean;
  readonly toggleSelecting: () => void;
}

export interface ReaderToolbarProps {
  readonly reader: Reader;
  readonly labels: PageLabels | null;
  /** Little room: what is seldom needed moves into the menu. */
  readonly isNarrow: boolean;
  /** Room for all buttons, but not for their words. */
  readonly isTight: boolean;
  readonly onTurn: () => void;
  readonly onPanel: () => void;
  readonly split?: SplitControl | null | undefined;
  /** Where copies to take along are offered. */
  readonly onDownload?: (() => void) | undefined;
  /** Searching, reading as text and selecting, where they are offered. */
  readonly words?: WordActions | undefined;
}

/** Page by page, to a page, nearer and farther; what is seldom needed stands under "Thêm". */
export function ReaderToolbar(props: ReaderToolbarProps) {
  const { reader, labels, isNarrow, isTight, onPanel, words } = props;
  const { t } = useTranslation(['meeting', 'reader']);
  const [isAsking, setAsking] = useState(false);
  const sections = useToolbarMenu(props);
  const { page, count, zoom, goTo, turnBy, zoomTo } = reader;
  const label = labelOf(labels, page);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('paper.tools')}>
      {!isNarrow && (
        <IconButton
          label={t('panel.title', { ns: 'reader' })}
          icon={<IconLayoutSidebar />}
          onClick={onPanel}
          testId="pages-panel-open"
        />
      )}
      <IconButton
        label={t('paper.previousPage')}
        icon={<IconChevronLeft />}
        disabled={page <= 1}
        onClick={() => turnBy(-1)}
        testId="page-previous"
      />
      <Button tone="plain" onClick={() => setAsking(true)} testId="page-go-to">
        <span className={styles.page}>
          {label !== null && (
            <span className={styles.label} data-testid="page-label">
              {t('printed', { ns: 'reader', label })}
            </span>
          )}
          <span data-testid="page-number">
            {page} / {count}
          </span>
        </span>
        <span className="visually-hidden"> {t('paper.goTo')}</span>
      </Button>
      <IconButton
        label={t('paper.nextPage')}
        icon={<IconChevronRight />}
        disabled={page >= count}
        onClick={() => turnBy(1)}
        testId="page-next"
      />
      {!isNarrow && (
        <>
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
        </>
      )}
      {words && (
        <IconButton
          label={t('words.search', { ns: 'reader' })}
          icon={<IconSearch />}
          onClick={words.search}
          testId="search-open"
        />
      )}
      <Menu
        trigger={
          isTight ? (
            <IconButton
              label={t('more', { ns: 'reader' })}
              icon={<IconDotsVertical />}
              testId="reader-more"
            />
          ) : (
            <Button tone="plain" icon={<IconDotsVertical aria-hidden="true" />} testId="reader-more">
              {t('more', { ns: 'reader' })}
            </Button>
          )
        }
        sections={sections}
      />
      <GoToPageDialog
        open={isAsking}
        {...{ count, labels }}
        onGo={(target) => goTo(target)}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
