import type { MeetingHeader } from '@hopso/shared/session';
import { useNow } from '#platform/clock';
import { formatClock, useTranslation } from '#platform/i18n';
import { Pill } from '#ui';
import { elapsedMs } from './elapsed.ts';

interface StatePillProps {
  readonly meeting: Pick<MeetingHeader, 'phase' | 'startedAt' | 'pausedAt' | 'pausedMs' | 'endedAt'>;
}

const words = {
  draft: 'notStarted',
  published: 'notStarted',
  inSession: 'running',
  paused: 'paused',
  ended: 'ended',
  postponed: 'postponed',
} as const;

/** "Đang họp 1:22:05"; the clock alone runs in session: after "Nghỉ giải lao" or "Đã kết thúc" it would be misread. */
export function StatePill({ meeting }: StatePillProps) {
  const { t } = useTranslation('meeting');
  const dot = meeting.phase === 'inSession' ? 'good' : meeting.phase === 'paused' ? 'notice' : 'idle';
  const hasClock = meeting.phase === 'inSession';
  return (
    <Pill dot={dot} testId="meeting-state">
      {t(`live.${words[meeting.phase]}`)} {hasClock && <Elapsed meeting={meeting} />}
    </Pill>
  );
}

function Elapsed({ meeting }: StatePillProps) {
  const now = useNow();
  return <strong>{formatClock(elapsedMs(meeting, now) ?? 0)}</strong>;
}
