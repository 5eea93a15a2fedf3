import type { getPaperFile, ReadingPlace } from '@hopso/shared/paper';
import type { PaperView } from '@hopso/shared/session';
import { type ReactNode, useEffect, useRef } from 'react';
import { addressOf, endpoint } from '#platform/api';
import { useTranslation } from '#platform/i18n';
import { FailurePanel, ProgressBar, Skeleton } from '#ui';
import styles from './paper-reader.module.css';
import type { PDFDocumentProxy } from './pdf-engine.ts';
import { ReaderPages } from './reader-pages.tsx';
import { ReaderToolbar } from './reader-toolbar.tsx';
import { useReadingPlace } from './reading-place.ts';
import { usePaperDocument } from './use-paper-document.ts';
import { useReader } from './use-reader.ts';

const file = endpoint<typeof getPaperFile>('get', '/api/meetings/:meeting/papers/:paper/file');

interface PaperReaderProps {
  readonly meeting: string;
  readonly paper: Pick<PaperView, 'id' | 'title' | 'bytes'>;
  /** What stands at the left of the tools: the papers to choose from. */
  readonly beside: ReactNode;
}

/** One paper to read. Give it a `key` of the paper's id. */
export function PaperReader({ meeting, paper, beside }: PaperReaderProps) {
  const { t } = useTranslation('meeting');
  const address = addressOf(file.path, { meeting, paper: paper.id });
  const document = usePaperDocument(address, paper.bytes);
  const { place, remember } = useReadingPlace(meeting, paper.id);
  if (document.status === 'ready' && place !== null) {
    const { pdf, firstRatio } = document;
    return <OpenPaper {...{ pdf, firstRatio, place, remember, beside }} title={paper.title} />;
  }
  return (
    <>
      <div className={styles.bar}>{beside}</div>
      <div className={styles.area}>
        {document.status === 'failed' ? (
          <div className={styles.state}>
            <FailurePanel
              title={t('paper.failed')}
              action={{ label: t('action.retry', { ns: 'common' }), onClick: document.retry }}
            >
              <p>{t('paper.failedKept')}</p>
            </FailurePanel>
          </div>
        ) : (
          <div className={styles.state}>
            {document.status === 'loading' && document.part > 0 && (
              <ProgressBar label={t('paper.loading')} value={document.part} />
            )}
            <Skeleton rows={8} />
          </div>
        )}
      </div>
    </>
  );
}

interface OpenPaperProps {
  readonly pdf: PDFDocumentProxy;
  readonly firstRatio: number;
  readonly place: ReadingPlace;
  readonly remember: (place: ReadingPlace) => void;
  readonly title: string;
  readonly beside: ReactNode;
}

function OpenPaper({ pdf, firstRatio, place, remember, title, beside }: OpenPaperProps) {
  const reader = useReader(pdf.numPages, firstRatio, place);
  const { page, zoom } = reader;
  const last = useRef(place);
  useEffect(() => {
    if (page === last.current.page && zoom === last.current.zoom) return;
    last.current = { page, zoom };
    remember(last.current);
  }, [page, zoom, remember]);
  return (
    <>
      <div className={styles.bar}>
        {beside}
        <ReaderToolbar reader={reader} />
      </div>
      <div className={styles.area}>
        <ReaderPages pdf={pdf} reader={reader} title={title} />
      </div>
    </>
  );
}
