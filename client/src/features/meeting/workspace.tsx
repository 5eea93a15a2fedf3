import { useMemo, useRef, useState } from 'react';
import { useFullView } from '#agenda';
import { type NotePlace, NotesButton } from '#annotation';
import { meetingWords, useTranslation } from '#platform/i18n';
import { useLive, useMine, useTellPlace } from '#platform/live-store';
import { FinderPanel, useFinder } from '#search';
import { SidePanel } from '#ui';
import { useVoteSheet, VoteButton, VoteSheet } from '#voting';
import { AgendaRail } from './agenda-rail.tsx';
import { CheckInButton } from './check-in-button.tsx';
import { Dock } from './dock.tsx';
import { DocumentArea } from './document-area.tsx';
import { FollowPages, LeadControl } from './follow-parts.tsx';
import type { ShownVersion } from './member-paper.tsx';
import { OfflineBand } from './offline-band.tsx';
import { ReturnPill } from './return-pill.tsx';
import { sittingView } from './sitting-view.ts';
import { useIsWide } from './use-is-wide.ts';
import { useJoinedDevice } from './use-joined-device.ts';
import { usePageLead } from './use-page-lead.ts';
import { followedPage, useReading } from './use-reading.ts';
import { useWhilePenRests } from './use-while-pen-rests.ts';
import styles from './workspace.module.css';
import { WorkspaceHeader } from './workspace-header.tsx';

const railFitsFromRem = 60;

/** Agenda, papers, dock: everything a member needs while the session runs. */
export function Workspace() {
  const { t } = useTranslation('meeting');
  const full = useFullView();
  const view = useMemo(() => sittingView(full), [full]);
  const mine = useMine((own) => own);
  const lead = usePageLead(view, mine);
  const place = useWhilePenRests(lead.place);
  const currentItemId = useWhilePenRests(view.meeting.currentItemId);
  const reading = useReading(view, currentItemId, place?.paper ?? null);
  const finder = useFinder();
  const voting = useVoteSheet(full, mine);
  const [isRailOpen, setRailOpen] = useState(false);
  const [jump, setJump] = useState<NotePlace | null>(null);
  const [shown, setShown] = useState<ShownVersion | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const hasRoomForRail = useIsWide(frame, railFitsFromRem);
  const isOutdated = useLive((state) => state.isOutdated);
  useTellPlace(reading.itemId, followedPage(reading, place));
  useJoinedDevice(view.meeting);
  function handleJump(to: NotePlace) {
    reading.choosePaper(to.itemId, to.paperId);
    // Another version than the leader's is an own step, also where the page is the same.
    if (place?.paper === to.paperId && place.version !== to.version) reading.stopFollowing();
    setJump(to);
  }
  const words = meetingWords(view.meeting.gathering);
  const rail = <AgendaRail view={view} reading={reading} words={words} onChosen={() => setRailOpen(false)} />;
  return (
    <div ref={frame} className={styles.workspace}>
      <WorkspaceHeader
        view={view}
        mine={mine}
        words={words}
        onOpenRail={hasRoomForRail ? null : () => setRailOpen(true)}
      />
      <OfflineBand />
      {isOutdated && <p className={styles.outdated}>{t('connection.outdated')}</p>}
      <div className={styles.columns}>
        {hasRoomForRail && (
          <nav className={styles.rail} aria-label={t('rail.title')}>
            {rail}
          </nav>
        )}
        <main id="main" className={styles.document}>
          <FinderPanel
            finder={finder}
            view={view}
            paperId={reading.paperId}
            version={shown?.paperId === reading.paperId ? shown.version : null}
            onJump={handleJump}
          />
          <DocumentArea
            view={view}
            mine={mine}
            reading={reading}
            words={words}
            jump={jump}
            lead={lead}
            finder={finder}
            onVersion={setShown}
          />
          <FollowPages view={view} lead={lead} reading={reading} place={place} />
          {(lead.place === null || !(lead.place.paper in view.papers)) && (
            <ReturnPill view={view} reading={reading} words={words} />
          )}
          <VoteSheet state={voting} view={view} checkIn={<CheckInButton view={view} mine={mine} />} />
        </main>
      </div>
      <Dock
        view={view}
        mine={mine}
        notes={<NotesButton view={view} personId={mine?.personId ?? null} onJump={handleJump} />}
        lead={<LeadControl lead={lead} />}
        vote={<VoteButton state={voting} />}
      />
      <SidePanel
        open={isRailOpen && !hasRoomForRail}
        title={t('rail.title')}
        onClose={() => setRailOpen(false)}
      >
        {rail}
      </SidePanel>
    </div>
  );
}
