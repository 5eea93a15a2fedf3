import type { MeetingView, OpenItemView, PaperView, PersonalView } from '@hopso/shared/session';
import { type ComponentProps, useEffect, useRef } from 'react';
import { readingOrder } from '#agenda';
import { SecretOverview } from '#copies';
import { PaperSplit, useWakeLock, warmReader } from '#paper';
import { type MeetingWords, useTranslation } from '#platform/i18n';
import type { Finder } from '#search';
import { classes, EmptyState } from '#ui';
import { IconLock } from '#ui/icons';
import styles from './document-area.module.css';
import { ItemOverview } from './item-overview.tsx';
import { MemberPaper, type PaperJump, type ShownVersion } from './member-paper.tsx';
import type { PageLead } from './use-page-lead.ts';
import type { ReadingState } from './use-reading.ts';

interface DocumentAreaProps {
  readonly view: MeetingView;
  readonly mine: PersonalView | null;
  readonly reading: ReadingState;
  readonly words: MeetingWords;
  /** Where to read on in a paper. */
  readonly jump: PaperJump | null;
  readonly lead: PageLead;
  readonly finder: Finder;
  /** Hears which version of the paper is read. */
  readonly onVersion: (shown: ShownVersion) => void;
}

/** What is read: a paper of the item, or the item's own overview. */
export function DocumentArea({
  view,
  mine,
  reading,
  words,
  jump,
  lead,
  finder,
  onVersion,
}: DocumentAreaProps) {
  const { t } = useTranslation('meeting');
  useEffect(warmReader, []);
  useWakeLock(view.meeting.phase === 'inSession');
  const item = view.items[reading.itemId ?? ''];
  if (item === undefined) return <EmptyState>{t('item.none')}</EmptyState>;
  if (item.isListed) return <EmptyState icon={<IconLock />}>{t('item.closed')}</EmptyState>;
  if (item.isSecret) return <SecretOverview item={item} mine={mine} />;
  const paper = view.papers[reading.paperId ?? ''];
  const choice = <PaperChoice view={view} item={item} reading={reading} />;
  if (paper !== undefined) {
    const pane = (
      shown: PaperView,
      hasTools: boolean,
      rest: Pick<ReaderProps, 'beside' | 'split' | 'lead' | 'onVersion'>,
    ) => <MemberPaper key={shown.id} {...{ view, mine, jump, hasTools, finder }} paper={shown} {...rest} />;
    return (
      <PaperSplit
        papers={papersOf(view)}
        openId={paper.id}
        first={(split) => pane(paper, split?.isSplit !== true, { beside: choice, split, lead, onVersion })}
        second={(id, beside, split) => pane(view.papers[id] ?? paper, true, { beside, split, lead: null })}
      />
    );
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

type ReaderProps = ComponentProps<typeof MemberPaper>;

/** The papers in the agenda's order, each under the number of its item. */
function papersOf(view: MeetingView): readonly { id: string; title: string }[] {
  return readingOrder(view).flatMap((item) => {
    if (item.isListed) return [];
    return item.paperOrder.flatMap((id) => {
      const paper = view.papers[id];
      return paper === undefined ? [] : [{ id, title: `${item.number}. ${paper.title}` }];
    });
  });
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
