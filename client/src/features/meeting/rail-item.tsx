import type { ItemView, MeetingView, OpenItemView, PaperView } from '@hopso/shared/session';
import { spentMsOf } from '#agenda';
import { LateMark } from '#paper';
import { useNow } from '#platform/clock';
import { formatClock, formatDate, useTranslation } from '#platform/i18n';
import { Badge, classes } from '#ui';
import { IconCheck, IconFileText, IconLock } from '#ui/icons';
import { PaperAhead } from './offline-parts.tsx';
import styles from './rail-item.module.css';

interface RailItemProps {
  readonly view: MeetingView;
  readonly item: ItemView;
  readonly isOpen: boolean;
  readonly paperId: string | null;
  readonly onItem: () => void;
  readonly onPaper: (paperId: string) => void;
}

export function RailItem({ view, item, isOpen, paperId, onItem, onPaper }: RailItemProps) {
  const isCurrent = item.id === view.meeting.currentItemId;
  return (
    <li
      className={classes(styles.item, item.parentId !== null && styles.part, isOpen && styles.open)}
      data-current={isCurrent || undefined}
    >
      <button
        type="button"
        className={styles.button}
        aria-current={isOpen ? 'true' : undefined}
        aria-expanded={isOpen}
        data-testid={`rail-item-${item.number}`}
        onClick={onItem}
      >
        <Mark item={item} isCurrent={isCurrent} />
        <span className={styles.body}>
          {item.isListed ? <ClosedTitle /> : <Facts item={item} isOpen={isOpen} />}
        </span>
      </button>
      <States view={view} item={item} isCurrent={isCurrent} />
      {isOpen && !item.isListed && (
        <ul className={styles.papers}>
          {item.paperOrder
            .flatMap((id) => view.papers[id] ?? [])
            .map((paper) => (
              <PaperRow
                key={paper.id}
                meeting={view.meeting.id}
                paper={paper}
                isOpen={paper.id === paperId}
                onPaper={onPaper}
              />
            ))}
        </ul>
      )}
    </li>
  );
}

/** The number; a tick once the session has been there. */
function Mark({ item, isCurrent }: { readonly item: ItemView; readonly isCurrent: boolean }) {
  const isPast = !item.isListed && !isCurrent && (item.state === 'visited' || item.state === 'current');
  return (
    <span className={classes(styles.mark, isCurrent && styles.current, isPast && styles.past)}>
      {isPast ? <IconCheck aria-hidden="true" /> : item.number}
      {isPast && <span className="visually-hidden">{item.number}</span>}
    </span>
  );
}

/** For some only: the number stays, the content is locked. */
function ClosedTitle() {
  const { t } = useTranslation('meeting');
  return (
    <span className={styles.closed}>
      <IconLock aria-hidden="true" />
      {t('rail.listed')}
    </span>
  );
}

function Facts({ item, isOpen }: { readonly item: OpenItemView; readonly isOpen: boolean }) {
  const { t } = useTranslation('meeting');
  const facts = [
    item.submittingBody,
    item.plannedMinutes > 0 && t('rail.minutes', { n: item.plannedMinutes }),
    item.paperOrder.length > 0 && t('rail.papers', { n: item.paperOrder.length }),
  ].filter(Boolean);
  return (
    <>
      <span
        className={classes(
          styles.title,
          isOpen && styles.strong,
          item.state === 'withdrawn' && styles.withdrawn,
        )}
      >
        {item.title}
      </span>
      <span className={styles.facts}>{facts.join(' · ')}</span>
    </>
  );
}

function States({
  view,
  item,
  isCurrent,
}: Pick<RailItemProps, 'view' | 'item'> & { readonly isCurrent: boolean }) {
  const { t } = useTranslation('meeting');
  const openVote = view.votes[view.meeting.openVoteId ?? ''];
  const isVoting = openVote?.itemId === item.id;
  if (item.isListed) {
    return isCurrent || isVoting ? (
      <div className={styles.states}>
        {isCurrent && <Badge tone="good">{t('live.running')}</Badge>}
        {isVoting && <Badge tone="danger">{t('rail.voting')}</Badge>}
      </div>
    ) : null;
  }
  const { state, outcome, conclusion, addedAt } = item;
  if (
    !isCurrent &&
    !isVoting &&
    state !== 'withdrawn' &&
    outcome === null &&
    conclusion === null &&
    addedAt === null
  ) {
    return null;
  }
  return (
    <div className={styles.states}>
      {isCurrent && <CurrentBadge item={item} />}
      {isVoting && <Badge tone="danger">{t('rail.voting')}</Badge>}
      {state === 'withdrawn' && <Badge tone="notice">{t('rail.withdrawn')}</Badge>}
      {(conclusion !== null || outcome !== null) && <Badge tone="info">{t('rail.concluded')}</Badge>}
      {addedAt !== null && <Badge>{t('rail.added', { ngay: formatDate(addedAt) })}</Badge>}
    </div>
  );
}

function CurrentBadge({ item }: { readonly item: OpenItemView }) {
  const { t } = useTranslation('meeting');
  const now = useNow();
  return (
    <Badge tone="good" testId="current-item">
      {t('rail.current', { clock: formatClock(spentMsOf(item, now)) })}
    </Badge>
  );
}

interface PaperRowProps {
  readonly meeting: string;
  readonly paper: PaperView;
  readonly isOpen: boolean;
  readonly onPaper: (paperId: string) => void;
}

function PaperRow({ meeting, paper, isOpen, onPaper }: PaperRowProps) {
  const { t } = useTranslation('meeting');
  return (
    <li>
      <button
        type="button"
        className={classes(styles.paper, isOpen && styles.paperOpen)}
        aria-current={isOpen ? 'page' : undefined}
        data-testid={`rail-paper-${paper.id}`}
        onClick={() => onPaper(paper.id)}
      >
        <IconFileText aria-hidden="true" />
        <span className={styles.body}>
          <span className={styles.title}>{paper.title}</span>
          <span className={styles.facts}>
            {t('rail.pages', { n: paper.pages })}
            {paper.version > 1 && ` · ${t('rail.version', { n: paper.version })}`}
          </span>
          <LateMark late={paper.late} />
        </span>
        <PaperAhead meeting={meeting} paper={paper} />
        {paper.isAddedLater && <Badge tone="info">{t('rail.addedPaper')}</Badge>}
      </button>
    </li>
  );
}
