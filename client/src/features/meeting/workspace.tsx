import { useMemo, useRef, useState } from 'react';
import { useFullView } from '#agenda';
import { meetingWords, useTranslation } from '#platform/i18n';
import { useLive, useMine, useTellPlace } from '#platform/live-store';
import { SidePanel } from '#ui';
import { useVoteSheet, VoteButton, VoteSheet } from '#voting';
import { AgendaRail } from './agenda-rail.tsx';
import { CheckInButton } from './check-in-button.tsx';
import { Dock } from './dock.tsx';
import { DocumentArea } from './document-area.tsx';
import { OfflineBand } from './offline-band.tsx';
import { ReturnPill } from './return-pill.tsx';
import { sittingView } from './sitting-view.ts';
import { useIsWide } from './use-is-wide.ts';
import { useJoinedDevice } from './use-joined-device.ts';
import { useReading } from './use-reading.ts';
import styles from './workspace.module.css';
import { WorkspaceHeader } from './workspace-header.tsx';

const railFitsFromRem = 60;

/** Agenda, papers, dock: everything a member needs while the session runs. */
export function Workspace() {
  const { t } = useTranslation('meeting');
  const full = useFullView();
  const view = useMemo(() => sittingView(full), [full]);
  const mine = useMine((own) => own);
  const reading = useReading(view);
  const voting = useVoteSheet(full, mine);
  const [isRailOpen, setRailOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const hasRoomForRail = useIsWide(frame, railFitsFromRem);
  const isOutdated = useLive((state) => state.isOutdated);
  useTellPlace(reading.itemId);
  useJoinedDevice(view.meeting);
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
          <DocumentArea view={view} mine={mine} reading={reading} words={words} />
          <ReturnPill view={view} reading={reading} words={words} />
          <VoteSheet state={voting} view={view} checkIn={<CheckInButton view={view} mine={mine} />} />
        </main>
      </div>
      <Dock view={view} mine={mine} vote={<VoteButton state={voting} />} />
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
