import { type CSSProperties, useEffect, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { classes } from '#ui';
import { type OutlineEntry, outlineOf } from './outline.ts';
import styles from './outline-list.module.css';
import type { ReaderHandle } from './page-frame.ts';
import type { PDFDocumentProxy } from './pdf-engine.ts';

interface OutlineListProps {
  readonly pdf: PDFDocumentProxy;
  readonly handle: ReaderHandle;
  /** From 1. */
  readonly page: number;
  readonly onChosen: () => void;
}

/** The paper's own headings; a press goes there. */
export function OutlineList({ pdf, handle, page, onChosen }: OutlineListProps) {
  const { t } = useTranslation('reader');
  const entries = useOutline(pdf);
  if (entries === null) return null;
  if (entries.length === 0) return <p className={styles.none}>{t('outline.none')}</p>;
  const current = entries.findLast(({ destination }) => destination !== null && destination.page <= page);
  return (
    <ul className={styles.list} data-testid="outline">
      {entries.map(({ key, title, depth, destination }) => (
        <li key={key} style={{ '--depth': depth } as CSSProperties}>
          <button
            type="button"
            className={classes(styles.entry, key === current?.key && styles.current)}
            aria-current={key === current?.key ? 'location' : undefined}
            disabled={destination === null}
            data-testid={`outline-${key}`}
            onClick={() => {
              if (destination !== null) handle.goTo(destination.page, destination.yPdf);
              onChosen();
            }}
          >
            <span className={styles.title}>{title}</span>
            {destination !== null && <span className={styles.page}>{destination.page}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function useOutline(pdf: PDFDocumentProxy): readonly OutlineEntry[] | null {
  const [entries, setEntries] = useState<readonly OutlineEntry[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = (found: readonly OutlineEntry[]) => {
      if (isWanted) setEntries(found);
    };
    // An outline that cannot be read is none: the pages are there all the same.
    outlineOf(pdf).then(show, () => show([]));
    return () => {
      isWanted = false;
    };
  }, [pdf]);
  return entries;
}
