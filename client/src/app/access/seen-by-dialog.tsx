import type { ItemSeen, MeetingView, SeenBy } from '@hopso/shared/session';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listed } from '#attendance';
import { asProblem, fetchJson } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Badge, Dialog, FailurePanel, SelectField, Skeleton } from '#ui';
import { IconLock } from '#ui/icons';
import styles from './access.module.css';

export interface SeenByDialogProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
}

/** The agenda and papers as one participant sees them, asked of the server, which alone knows. */
export function SeenByDialog({ view, onClose }: SeenByDialogProps) {
  const { t } = useTranslation('access');
  const [personId, setPersonId] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['seen-by', view.meeting.id, personId],
    queryFn: ({ signal }) =>
      fetchJson<SeenBy>(
        `/api/meetings/${encodeURIComponent(view.meeting.id)}/seen-by/${encodeURIComponent(personId ?? '')}`,
        { signal },
      ),
    enabled: personId !== null,
    // Rights are taken and given while this is open: what stands here is never older than its opening.
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <Dialog open title={t('seen.title')} size="wide" onClose={onClose} testId="seen-by-dialog">
      <div className={styles.body}>
        <SelectField
          label={t('seen.who')}
          placeholder={t('seen.choose')}
          searchable
          emptyText={t('nobody')}
          options={listed(view).map((person) => ({
            value: person.personId,
            label: [person.name, person.post, person.unit].filter((part) => part !== '').join(' – '),
          }))}
          value={personId}
          onChange={setPersonId}
          testId="seen-by-who"
        />
        <p className={styles.quiet}>{t('seen.hint')}</p>
        {error !== null && (
          <FailurePanel
            title={problemText(asProblem(error))}
            action={{ label: t('action.retry', { ns: 'common' }), onClick: () => void refetch() }}
          />
        )}
        {personId !== null && data === undefined && error === null && <Skeleton rows={6} />}
        {data !== undefined && (
          <ol className={styles.items} data-testid="seen-by" data-person={data.personId}>
            {data.items.map((item) => (
              <SeenItem key={item.id} item={item} />
            ))}
          </ol>
        )}
      </div>
    </Dialog>
  );
}

function SeenItem({ item }: { readonly item: ItemSeen }) {
  const { t } = useTranslation('access');
  return (
    <li className={item.isBelow ? styles.below : undefined} data-testid={`seen-item-${item.id}`}>
      <p className={styles.item}>
        <span className={styles.number}>{item.number}</span>
        {item.kind === 'open' ? (
          item.title
        ) : (
          <span className={styles.quiet}>
            <IconLock aria-hidden="true" /> {t(`seen.${item.kind}`)}
          </span>
        )}
      </p>
      {item.kind === 'open' && item.papers.length === 0 && (
        <p className={styles.quiet}>{t('seen.noPapers')}</p>
      )}
      {item.kind === 'open' && item.papers.length > 0 && (
        <ul className={styles.papers}>
          {item.papers.map(({ id, number, title, pages, right, isRestricted }) => (
            <li key={id} data-testid={`seen-paper-${id}`} data-right={right}>
              <span className={styles.paperTitle}>
                {number}. {title} · {t('seen.pages', { n: pages })}
              </span>
              <Badge tone={right === 'print' ? 'neutral' : 'info'}>{t(`right.${right}`)}</Badge>
              {isRestricted && (
                <Badge tone="notice" icon={<IconLock aria-hidden="true" />}>
                  {t('seen.restricted')}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
