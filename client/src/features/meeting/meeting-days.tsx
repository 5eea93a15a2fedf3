import type { ListedMeeting } from '@hopso/shared/meeting';
import { serverNow } from '#platform/clock';
import { dayOf, formatDay, formatTime, useTranslation } from '#platform/i18n';
import { EmptyState } from '#ui';
import { MeetingActions } from './meeting-actions.tsx';
import styles from './meeting-days.module.css';
import { byDay } from './my-meetings.ts';
import { PhaseBadge } from './phase-badge.tsx';

interface MeetingDaysProps {
  readonly meetings: readonly ListedMeeting[];
  readonly empty: string;
}

/** Meetings under the day they begin on. */
export function MeetingDays({ meetings, empty }: MeetingDaysProps) {
  if (meetings.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    <div className={styles.days}>
      {byDay(meetings, dayOf).map(({ day, meetings: ofDay }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={styles.day}>
            <DayName instant={ofDay[0]?.startsAt ?? 0} />
          </h2>
          <ul className={styles.list}>
            {ofDay.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function DayName({ instant }: { readonly instant: number }) {
  const { t } = useTranslation('home');
  const now = serverNow();
  if (dayOf(instant) === dayOf(now)) return `${t('today')} · ${formatDay(instant)}`;
  if (dayOf(instant) === dayOf(now + 24 * 3_600_000)) return `${t('tomorrow')} · ${formatDay(instant)}`;
  return formatDay(instant);
}

function MeetingRow({ meeting }: { readonly meeting: ListedMeeting }) {
  return (
    <li className={styles.row} data-testid={`meeting-card-${meeting.id}`}>
      <span className={styles.time}>{formatTime(meeting.startsAt)}</span>
      <div className={styles.what}>
        <p className={styles.title}>{meeting.title}</p>
        <p className={styles.place}>{meeting.place}</p>
        <PhaseBadge phase={meeting.phase} />
      </div>
      <MeetingActions meeting={meeting} />
    </li>
  );
}
