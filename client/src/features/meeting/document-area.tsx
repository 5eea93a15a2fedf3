import type { MeetingView, OpenItemView, PersonalView } from '@hopso/shared/session';
import { useEffect, useRef } from 'react';
import { PaperReader } from '#paper';
import { type MeetingWords, useTranslation } from '#platform/i18n';
import { classes, EmptyState } from '#ui';
import { IconLock } from '#ui/icons';
import styles from './document-area.module.css';
import { ItemOverview } from './item-overview.tsx';
import type { ReadingState } from './use-reading.ts';

interface DocumentAreaProps {
  readonly view: MeetingView;
  readonly mine: PersonalView | null;
  readonly reading: ReadingState;
  readonly words: MeetingWords;
}

/** What is read: a paper of the item, or the item's own overview. */
export function DocumentArea({ view, mine, reading, words }: DocumentAreaProps) {
  const { t } = useTranslation('meeting');
  const item = view.items[reading.itemId ?? ''];
  if (item === undefined) return <EmptyState>{t('item.none')}</EmptyState>;
  if (item.isListed) return <EmptyState icon={<IconLock />}>{t('item.closed')}</EmptyState>;
  const paper = view.papers[reading.paperId ?? ''];
  const choice = <PaperChoice view={view} item={item} reading={reading} />;
  if (paper !== undefined) {
    return <PaperReader key={paper.id} meeting={view.meeting.id} paper={paper} beside={choice} />;
  }
  return (
    <>
      <div className={styles.bar}>{choice}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also from the keyboard */}
      <div className={styles.overview} tabIndex={0}>
        <ItemOverview view={view} mine={mine} item={item} words={words} />
      </div>
    </>
  );
}

interface PaperChoiceProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
  readonly reading: ReadingState;
}

function PaperChoice({ view, item, reading }: PaperChoiceProps) {
  const { t } = useTranslation('meeting');
  const open = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another paper is open, its tab comes into sight
  useEffect(() => {
    open.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [reading.paperId, item.id]);
  const entries = [
    { id: null, title: t('item.overview') },
    ...item.paperOrder.flatMap((id) => view.papers[id] ?? []).map(({ id, title }) => ({ id, title })),
  ];
  return (
    <nav className={styles.choice} aria-label={t('paper.choose')}>
      {entries.map(({ id, title }) => (
        <button
          key={id ?? 'overview'}
          ref={id === reading.paperId ? open : null}
          type="button"
          className={classes(styles.entry, id === reading.paperId && styles.open)}
          aria-current={id === reading.paperId ? 'page' : undefined}
          data-testid={`paper-tab-${id ?? 'overview'}`}
          onClick={() => reading.choosePaper(item.id, id)}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}
