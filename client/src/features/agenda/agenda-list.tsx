import type { ItemView, MeetingView, OpenItemView } from '@hopso/shared/session';
import { useEffect, useRef } from 'react';
import { formatTime, useTranslation } from '#platform/i18n';
import { Badge, classes } from '#ui';
import { IconCheck, IconLock, IconMinus } from '#ui/icons';
import styles from './agenda-list.module.css';
import { type Agenda, planOf, readingOrder } from './agenda-order.ts';
import { ItemClock } from './item-clock.tsx';

type AgendaListView = Agenda & Pick<MeetingView, 'votes' | 'voteOrder'>;

interface AgendaListProps {
  readonly view: AgendaListView;
  /** From when the plan is counted: the announced time. */
  readonly startsAt: number;
  readonly selectedId: string | null;
  readonly currentId: string | null;
  readonly onSelect: (itemId: string) => void;
}

/** The agenda beside the desk: planned and actual times, where the session is, what has been settled. */
export function AgendaList({ view, startsAt, selectedId, currentId, onSelect }: AgendaListProps) {
  const { t } = useTranslation('desk');
  const list = useRef<HTMLOListElement>(null);
  const { begins } = planOf(view, startsAt);
  useEffect(() => {
    if (currentId !== null)
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  return (
    <ol ref={list} className={styles.list} aria-label={t('agenda.title')}>
      {readingOrder(view).map((item) => (
        <li key={item.id} className={classes(item.parentId !== null && styles.part)}>
          <button
            type="button"
            className={classes(styles.row, item.id === selectedId && styles.selected)}
            aria-current={item.id === currentId ? 'step' : undefined}
            aria-pressed={item.id === selectedId}
            data-testid={`desk-item-${item.id}`}
            onClick={() => onSelect(item.id)}
          >
            <Mark item={item} isCurrent={item.id === currentId} />
            <span className={styles.body}>
              <Title item={item} />
              <Facts view={view} item={item} beginsAt={begins.get(item.id) ?? startsAt} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Mark({ item, isCurrent }: { readonly item: ItemView; readonly isCurrent: boolean }) {
  const state = item.isListed ? null : item.state;
  const tone = isCurrent ? styles.current : state === 'visited' ? styles.visited : styles.pending;
  return (
    <span className={classes(styles.mark, tone)}>
      {item.number}
      {state === 'visited' && !isCurrent && <IconCheck className={styles.corner} aria-hidden="true" />}
      {state === 'withdrawn' && <IconMinus className={styles.corner} aria-hidden="true" />}
      {(item.isListed || item.openTo !== null) && <IconLock className={styles.corner} aria-hidden="true" />}
    </span>
  );
}

function Title({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('desk');
  if (item.isListed) return <span className={styles.quiet}>{t('agenda.listed')}</span>;
  return (
    <span className={classes(styles.title, item.state === 'withdrawn' && styles.withdrawn)}>
      {item.title}
    </span>
  );
}

interface FactsProps {
  readonly view: AgendaListView;
  readonly item: ItemView;
  readonly beginsAt: number;
}

function Facts({ view, item, beginsAt }: FactsProps) {
  const { t } = useTranslation('desk');
  const isVoting = view.voteOrder.some(
    (id) => view.votes[id]?.itemId === item.id && view.votes[id]?.phase === 'open',
  );
  return (
    <span className={styles.facts}>
      <span>{formatTime(beginsAt)}</span>
      {!item.isListed && <Time item={item} />}
      {isVoting && <Badge tone="danger">{t('agenda.voting')}</Badge>}
      {!item.isListed && <StateBadge item={item} />}
    </span>
  );
}

function Time({ item }: { readonly item: OpenItemView }) {
  const { t } = useTranslation('desk');
  if (item.spentMs > 0 || item.currentSince !== null) return <ItemClock item={item} />;
  return item.plannedMinutes > 0 ? <span>{t('agenda.minutes', { n: item.plannedMinutes })}</span> : null;
}

function StateBadge({ item }: { readonly item: OpenItemView }) {
  const { t } = useTranslation('desk');
  if (item.state === 'withdrawn') return <Badge>{t('agenda.withdrawn')}</Badge>;
  if (item.outcome !== null)
    return (
      <Badge tone={settles(item.outcome) ? 'good' : 'neutral'}>{t(`agenda.outcome.${item.outcome}`)}</Badge>
    );
  if (item.conclusion !== null) return <Badge tone="good">{t('agenda.concluded')}</Badge>;
  return item.addedAt === null ? null : <Badge tone="info">{t('agenda.added')}</Badge>;
}

/** Outcomes that settle an item; the others send it on. */
const settles = (outcome: NonNullable<OpenItemView['outcome']>): boolean =>
  outcome === 'adopted' || outcome === 'adoptedRevise' || outcome === 'noted';
