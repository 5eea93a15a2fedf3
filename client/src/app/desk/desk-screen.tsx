import type { MeetingView } from '@hopso/shared/session';
import { useEffect, useRef, useState } from 'react';
import { AgendaList, useFullView } from '#agenda';
import { BelowQuorumDialog } from '#attendance';
import { useReason } from '#meeting';
import { loadArea, useTranslation } from '#platform/i18n';
import { useMine, useTellPlace } from '#platform/live-store';
import { Button, showToast } from '#ui';
import { IconPlus } from '#ui/icons';
import { SeenByPart } from '../access/access-acts.tsx';
import { AddItemHere } from './add-item-here.tsx';
import { CurrentItem } from './current-item.tsx';
import { DeskHeader } from './desk-header.tsx';
import { useDeskKeys } from './desk-keys.ts';
import styles from './desk-screen.module.css';
import { type DeskTab, DeskTabs } from './desk-tabs.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { InkBands } from './ink-bands.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LeadBand } from './lead-band.tsx';
import { NextStep, NextStepDialog } from './next-step.tsx';
import { EndDialog, PauseDialog, StartDialog } from './phase-dialogs.tsx';
import { PostponeDialog } from './postpone-dialog.tsx';

export type DeskDialog =
  | 'start'
  | 'pause'
  | 'end'
  | 'next'
  | 'quorum'
  | 'postpone'
  | 'hand-over'
  | 'keys'
  | 'add-item'
  | 'seen-by'
  | null;

/** The control desk: agenda, the item in hand and what comes next, and the four panels beside it. No page scroll. */
export function DeskScreen() {
  const { t } = useTranslation('desk');
  const view = useFullView();
  const selfId = useMine((mine) => mine.personId) ?? '';
  const [tab, setTab] = useState<DeskTab>('vote');
  const [dialog, setDialog] = useState<DeskDialog>(null);
  const [isOpeningVote, setOpeningVote] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const { selected, select } = useSelection(view);
  const { meeting } = view;
  // Of the panel that is not open yet: there when it is.
  useEffect(() => void Promise.all([loadArea('follow'), loadArea('reader')]), []);
  useTellPlace(meeting.currentItemId);
  const voteReason = useReason('OpenVoting');
  const openVote = () => {
    setTab('vote');
    if (voteReason === null) setOpeningVote(true);
    else showToast(voteReason);
  };
  useDeskKeys({
    isBusy: dialog !== null || isOpeningVote,
    next: () => setDialog('next'),
    vote: openVote,
    pause: () => setDialog(meeting.phase === 'published' ? 'start' : 'pause'),
    help: () => setDialog('keys'),
    find: () => {
      setTab('roster');
      requestAnimationFrame(() => search.current?.focus());
    },
    view,
  });
  const close = () => setDialog(null);
  const callRoll = () => {
    setTab('roster');
    close();
  };
  return (
    <div className={styles.desk}>
      <DeskHeader view={view} onDialog={setDialog} onQuorum={() => setTab('roster')} />
      <LeadBand view={view} selfId={selfId} />
      <InkBands view={view} />
      <main id="main" className={styles.grid}>
        <section className={styles.agenda} aria-label={t('agenda.title')}>
          <div className={styles.agendaHead}>
            <h2 className={styles.heading}>{t('agenda.title')}</h2>
            {meeting.phase !== 'ended' && (
              <Button
                tone="plain"
                icon={<IconPlus aria-hidden="true" />}
                onClick={() => setDialog('add-item')}
                testId="item-add"
              >
                {t('agenda.add')}
              </Button>
            )}
          </div>
          <AgendaList
            view={view}
            startsAt={meeting.startsAt}
            selectedId={selected?.id ?? null}
            currentId={meeting.currentItemId}
            onSelect={select}
          />
        </section>
        <div className={styles.centre}>
          <CurrentItem view={view} item={selected} selfId={selfId} onSelect={select} />
          <NextStep view={view} onDialog={setDialog} onMoved={() => select(null)} />
        </div>
        <aside className={styles.side}>
          <DeskTabs
            view={view}
            selected={selected}
            tab={tab}
            onTab={setTab}
            searchRef={search}
            isOpeningVote={isOpeningVote}
            onOpeningVote={setOpeningVote}
            onBelowQuorum={() => setDialog('quorum')}
          />
        </aside>
      </main>
      {dialog === 'start' && <StartDialog view={view} onClose={close} onShort={() => setDialog('quorum')} />}
      {dialog === 'pause' && <PauseDialog view={view} onClose={close} />}
      {dialog === 'end' && <EndDialog view={view} onClose={close} />}
      {dialog === 'next' && <NextStepDialog view={view} onClose={close} onMoved={() => select(null)} />}
      {dialog === 'quorum' && <BelowQuorumDialog view={view} onMark={callRoll} onClose={close} />}
      {dialog === 'postpone' && <PostponeDialog view={view} onClose={close} />}
      {dialog === 'hand-over' && <HandOverDialog view={view} onClose={close} />}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      <SeenByPart view={view} isOpen={dialog === 'seen-by'} onClose={close} />
      {dialog === 'add-item' && <AddItemHere view={view} selfId={selfId} onClose={close} onAdded={select} />}
    </div>
  );
}

/**
 * The item shown in the centre: the one the session is at, unless another was chosen to be looked after.
 * When the session moves, the desk moves along.
 */
function useSelection(view: MeetingView) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { currentItemId } = view.meeting;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the move itself is what releases the choice
  useEffect(() => setChosenId(null), [currentItemId]);
  const id = chosenId ?? currentItemId ?? view.itemOrder[0] ?? null;
  const selected = id === null ? null : (view.items[id] ?? null);
  return { selected, select: setChosenId };
}
