import type { ItemView, MeetingView } from '@hopso/shared/session';
import { useEffect, useRef } from 'react';
import { readingOrder } from '#agenda';
import { type MeetingWords, useTranslation } from '#platform/i18n';
import { EmptyState, Switch } from '#ui';
import styles from './agenda-rail.module.css';
import { PapersAhead } from './offline-parts.tsx';
import { RailItem } from './rail-item.tsx';
import type { ReadingState } from './use-reading.ts';

interface AgendaRailProps {
  readonly view: MeetingView;
  readonly reading: ReadingState;
  readonly words: MeetingWords;
  /** Something was chosen: where the rail lies over the paper it can go. */
  readonly onChosen: () => void;
}

/** The agenda of two levels, with the papers of the item that is open. */
export function AgendaRail({ view, reading, words, onChosen }: AgendaRailProps) {
  const { t } = useTranslation('meeting');
  const items = readingOrder(view);
  const list = useCurrentInSight(view.meeting.currentItemId, reading.isFollowing);
  function handleItem(item: ItemView) {
    reading.chooseItem(item.id);
    onChosen();
  }
  return (
    <div className={styles.rail}>
      {view.meeting.phase !== 'ended' && (
        <div className={styles.follow}>
          <Switch
            label={t('rail.follow', { chuToa: words.chuToa })}
            hint={t('rail.followHint')}
            value={reading.isFollowing}
            onChange={(wanted) => (wanted ? reading.follow() : reading.stopFollowing())}
            testId="follow-switch"
          />
        </div>
      )}
      <PapersAhead view={view} />
      {items.length === 0 && <EmptyState>{t('rail.empty')}</EmptyState>}
      <ol ref={list} className={styles.list}>
        {items.map((item) => (
          <RailItem
            key={item.id}
            view={view}
            item={item}
            isOpen={item.id === reading.itemId}
            paperId={reading.paperId}
            onItem={() => handleItem(item)}
            onPaper={(paper) => {
              reading.choosePaper(item.id, paper);
              onChosen();
            }}
          />
        ))}
      </ol>
    </div>
  );
}

/** Only for followers: whoever reads elsewhere keeps the rail where it is. */
function useCurrentInSight(currentId: string | null, isFollowing: boolean) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (!isFollowing || currentId === null) return;
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [currentId, isFollowing]);
  return list;
}
