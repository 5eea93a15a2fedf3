import type { MeetingView, OpenItemView, PaperView } from '@hopso/shared/session';
import { useState } from 'react';
import { PaperPreview, PaperUploads, useUploads } from '#paper';
import { formatTime, useTranslation } from '#platform/i18n';
import { Badge, EmptyState } from '#ui';
import { IconFileText } from '#ui/icons';
import styles from './item-papers.module.css';

interface ItemPapersProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
}

/** The papers of the item in hand; more can be laid on it until the end. */
export function ItemPapers({ view, item }: ItemPapersProps) {
  const { t } = useTranslation('desk');
  const { queue, tasks } = useUploads(view.meeting.id);
  const [preview, setPreview] = useState<PaperView | null>(null);
  const papers = item.paperOrder.flatMap((id) => view.papers[id] ?? []);
  const isClosed = view.meeting.phase === 'ended' || item.state === 'withdrawn';
  const rows = (
    <ul className={styles.papers}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <button
            type="button"
            className={styles.paper}
            onClick={() => setPreview(paper)}
            data-testid={`paper-${paper.id}`}
          >
            <IconFileText aria-hidden="true" />
            <span className={styles.title}>{paper.title}</span>
            <span className={styles.pages}>{t('papers.pages', { n: paper.pages })}</span>
            {paper.isAddedLater && (
              <Badge tone="info">{t('papers.added', { gio: formatTime(paper.addedAt) })}</Badge>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-label={t('papers.title')} className={styles.section}>
      <h3 className={styles.heading}>{t('papers.count', { n: papers.length })}</h3>
      {isClosed ? (
        papers.length === 0 ? (
          <EmptyState>{t('papers.none')}</EmptyState>
        ) : (
          rows
        )
      ) : (
        <PaperUploads itemId={item.id} queue={queue} tasks={tasks}>
          {papers.length > 0 && rows}
        </PaperUploads>
      )}
      {preview !== null && (
        <PaperPreview meeting={view.meeting.id} paper={preview} onClose={() => setPreview(null)} />
      )}
    </section>
  );
}
