import { annotationLimits, type Remark, type RemarkState, remarkStates } from '@hopso/shared/annotation';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime, useTranslation } from '#platform/i18n';
import { Badge, Button, EmptyState, Skeleton, TextArea } from '#ui';
import { noteTitle } from './note-title.ts';
import { asksFloorNow, floorFirst, remarksQuery, useTreatRemark } from './remark-queries.ts';
import styles from './remark-table.module.css';

interface RemarkTableProps {
  readonly meeting: string;
  readonly paper: string;
}

const tones = { open: 'notice', answered: 'info', 'taken-over': 'good', 'set-aside': 'neutral' } as const;

/** What members remarked on one paper for all to see, by page, and what becomes of it. */
export function RemarkTable({ meeting, paper }: RemarkTableProps) {
  const { t } = useTranslation('annotation');
  const { data, refetch } = useQuery(remarksQuery(meeting, paper));
  if (data === undefined) return <Skeleton rows={4} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState>{t('remark.none')}</EmptyState>;
  return (
    <ul className={styles.remarks} data-testid="remarks">
      {floorFirst(data).map((remark) => (
        <RemarkRow key={`${remark.note.id} ${remark.rev}`} {...{ meeting, paper, remark }} />
      ))}
    </ul>
  );
}

function RemarkRow({ meeting, paper, remark }: RemarkTableProps & { readonly remark: Remark }) {
  const { t } = useTranslation('annotation');
  const treat = useTreatRemark(meeting, paper);
  const { note, state, treatedBy, treatedAt, isChangedSince } = remark;
  const [answer, setAnswer] = useState(remark.answer);
  const settle = (next: RemarkState) => treat.mutate({ remark, state: next, answer });
  return (
    <li className={styles.remark} data-testid={`remark-${note.id}`}>
      <p className={styles.head}>
        <span>
          {t('list.page', { n: note.page })} · {note.ownerName}
        </span>
        {asksFloorNow(remark) && (
          <Badge tone="notice" testId={`remark-floor-${note.id}`}>
            {t('remark.asksFloor')}
          </Badge>
        )}
        <Badge tone={tones[state]}>{t(`remark.state.${state}`)}</Badge>
      </p>
      <p className={styles.words}>{noteTitle(t, note)}</p>
      {note.body?.text && note.body.anchor?.quote && (
        <blockquote className={styles.quote}>{note.body.anchor.quote}</blockquote>
      )}
      {isChangedSince && <p className={styles.changed}>{t('remark.changed')}</p>}
      <TextArea
        label={t('remark.answer')}
        rows={1}
        maxLength={annotationLimits.answer}
        value={answer}
        onChange={setAnswer}
        testId={`remark-answer-${note.id}`}
      />
      <div className={styles.acts}>
        {asksFloorNow(remark) && (
          <Button
            tone="primary"
            disabled={treat.isPending}
            onClick={() => treat.mutate({ remark, state: 'answered', answer: t('remark.invited') })}
            testId={`remark-invited-${note.id}`}
          >
            {t('remark.act.invited')}
          </Button>
        )}
        {remarkStates
          .filter((next) => next !== 'open' || state !== 'open')
          .map((next) => (
            <Button
              key={next}
              tone={next === state ? 'soft' : 'outline'}
              disabled={treat.isPending || (next === 'answered' && answer.trim() === '')}
              onClick={() => settle(next)}
              testId={`remark-${next}-${note.id}`}
            >
              {t(`remark.act.${next}`)}
            </Button>
          ))}
      </div>
      {treatedBy !== null && treatedAt !== null && (
        <p className={styles.muted}>
          {t('remark.treated', { name: treatedBy, at: formatDateTime(treatedAt) })}
        </p>
      )}
    </li>
  );
}
