import type { ItemView, MeetingView } from '@hopso/shared/session';
import type { Ref } from 'react';
import { RosterPanel } from '#attendance';
import { useTranslation } from '#platform/i18n';
import { classes, EmptyState, Tabs } from '#ui';
import { VotePanel, voteInHand } from '#voting';
import styles from './desk-tabs.module.css';
import { EntryPanel } from './entry-panel.tsx';
import { PresencePanel } from './presence-panel.tsx';

const deskTabs = ['vote', 'roster', 'presence', 'entry'] as const;
export type DeskTab = (typeof deskTabs)[number];

interface DeskTabsProps {
  readonly view: MeetingView;
  /** The item looked after; after the end its votes are shown, before it those of the item the session is at. */
  readonly selected: ItemView | null;
  readonly tab: DeskTab;
  readonly onTab: (tab: DeskTab) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly isOpeningVote: boolean;
  readonly onOpeningVote: (isOpening: boolean) => void;
  readonly onBelowQuorum: () => void;
}

/** Voting, the roll, who follows, and how people get in. */
export function DeskTabs(props: DeskTabsProps) {
  const { view, selected, tab, onTab, searchRef, isOpeningVote, onOpeningVote, onBelowQuorum } = props;
  const { t } = useTranslation('desk');
  const { currentItemId, phase } = view.meeting;
  const current = currentItemId === null ? null : (view.items[currentItemId] ?? null);
  const item = phase === 'ended' ? selected : current;
  const inHand = voteInHand(view);
  const panels = {
    vote:
      item?.isListed === false && item.isSecret && inHand === null ? (
        <EmptyState>{t('vote.secret')}</EmptyState>
      ) : (
        <VotePanel
          view={view}
          item={item === null || item.isListed ? null : item}
          isOpening={isOpeningVote}
          onOpening={onOpeningVote}
        />
      ),
    roster: <RosterPanel view={view} onBelowQuorum={onBelowQuorum} searchRef={searchRef} />,
    presence: <PresencePanel view={view} />,
    entry: <EntryPanel view={view} />,
  } as const;
  return (
    <div className={styles.tabs}>
      <Tabs
        label={t('tabs.label')}
        value={tab}
        onChange={onTab}
        tabs={deskTabs.map((key) => ({
          key,
          label: (
            <>
              {t(`tabs.${key}`)}
              {key === 'vote' && inHand !== null && (
                <span
                  className={classes(styles.dot, inHand.phase === 'open' && styles.open)}
                  title={t(inHand.phase === 'open' ? 'tabs.voting' : 'vote.closed')}
                />
              )}
            </>
          ),
          panel: panels[key],
          testId: `desk-tab-${key}`,
        }))}
      />
    </div>
  );
}
