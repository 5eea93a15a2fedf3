import type { MeetingView, OpenItemView, PaperView } from '@hopso/shared/session';
import { useState } from 'react';
import { RemarksButton } from '#annotation';
import { PaperLeadPreview } from '#meeting';
import { LateMark, PaperUploads, ReplacePaper, StraightenPaper, useUploads } from '#paper';
import { formatTime, useTranslation } from '#platform/i18n';
import { Badge, EmptyState } from '#ui';
import { IconFileText } from '#ui/icons';
import { PaperAccessActs } from '../access/access-acts.tsx';
import styles from './item-papers.module.css';

interface ItemPapersProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
}

/** The papers of the item in hand; more can be laid on it until the end. */
export function ItemPapers({ view, item }: ItemPapersProps) {
  const { t } = useTranslation(['desk', 'version', 'prepare']);
  const { queue, tasks } = useUploads(view.meeting.id);
  const [preview, setPreview] = useState<PaperView | null>(null);
  const papers = item.paperOrder.flatMap((id) => view.papers[id] ?? []);
  const isClosed = view.meeting.phase === 'ended' || item.state === 'withdrawn';
  const rows = (
    <ul className={styles.papers}>
      {papers.map((paper) => (
        <li key={paper.id} className={styles.row}>
          <button
            type="button"
            className={styles.paper}
            onClick={() => setPreview(paper)}
            data-testid={`paper-${paper.id}`}
          >
            <IconFileText aria-hidden="true" />
            <span className={styles.title}>{paper.title}</span>
            <span className={styles.pages}>
              {t('papers.pages', { n: paper.pages })}
              {paper.version > 1 && ` · ${t('version:name', { n: paper.version })}`}
            </span>
            {paper.isAddedLater && (
              <Badge tone="info">{t('papers.added', { gio: formatTime(paper.addedAt) })}</Badge>
            )}
            <LateMark late={paper.late} />
            {paper.isRestricted && item.openTo === null && (
              <Badge tone="notice">{t('prepare:paper.restricted')}</Badge>
            )}
          </button>
          <RemarksButton meeting={view.meeting.id} paper={paper} />
          {!isClosed && (
            <>
              <StraightenPaper meeting={view.meeting.id} paper={paper} />
              <ReplacePaper paper={paper} queue={queue} />
              <PaperAccessActs {...{ view, item, paper }} />
            </>
          )}
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
        <PaperUploads itemId={item.id} papers={papers} queue={queue} tasks={tasks}>
          {papers.length > 0 && rows}
        </PaperUploads>
      )}
      {preview !== null && <PaperLeadPreview view={view} paper={preview} onClose={() => setPreview(null)} />}
    </section>
  );
}
