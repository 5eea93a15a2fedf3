import type { ListedMeeting } from '@hopso/shared/meeting';
import type { ReactNode } from 'react';
import { useNow } from '#platform/clock';
import { dayOf, formatDay, formatDuration, formatTime, useTranslation } from '#platform/i18n';
import { classes } from '#ui';
import { IconBuilding, IconClock, IconMapPin, IconUser } from '#ui/icons';
import { useCapacityName } from './capacity-name.ts';
import styles from './lead-card.module.css';
import { MeetingActions } from './meeting-actions.tsx';
import { isLive } from './my-meetings.ts';
import { PhaseBadge } from './phase-badge.tsx';

interface LeadCardProps {
  readonly meeting: ListedMeeting;
  /** What stands under it: how far its papers are on this device. */
  readonly children?: ReactNode;
}

/** The session that runs, or the one that comes next, with the one thing to do about it. */
export function LeadCard({ meeting, children }: LeadCardProps) {
  const { t } = useTranslation('home');
  const capacityName = useCapacityName();
  const live = isLive(meeting);
  const capacity = capacityName(meeting);
  return (
    <article className={classes(styles.card, live && styles.live)} data-testid={`meeting-card-${meeting.id}`}>
      <div className={styles.top}>
        <h2 className={styles.kicker}>{t(live ? 'now' : 'next')}</h2>
        {meeting.phase === 'paused' && <PhaseBadge phase="paused" />}
        <Countdown meeting={meeting} />
      </div>
      <p className={styles.title}>{meeting.title}</p>
      <dl className={styles.facts}>
        <div>
          <dt>
            <IconClock aria-hidden="true" />
            <span className="visually-hidden">{t('time')}</span>
          </dt>
          <dd>
            {formatDay(meeting.startsAt)} ·{' '}
            <span className={styles.hours}>
              {formatTime(meeting.startsAt)}
              {meeting.endsAt !== null && `–${formatTime(meeting.endsAt)}`}
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <IconMapPin aria-hidden="true" />
            <span className="visually-hidden">{t('place')}</span>
          </dt>
          <dd>{meeting.place}</dd>
        </div>
        <div>
          <dt>
            <IconBuilding aria-hidden="true" />
            <span className="visually-hidden">{t('host')}</span>
          </dt>
          <dd>{meeting.hostName}</dd>
        </div>
        {capacity && (
          <div>
            <dt>
              <IconUser aria-hidden="true" />
              <span className="visually-hidden">{t('capacityLabel')}</span>
            </dt>
            <dd>{capacity}</dd>
          </div>
        )}
      </dl>
      <MeetingActions meeting={meeting} prominent />
      {children}
    </article>
  );
}

/** How long it has run, or how long until it begins; drawn alone every minute. */
function Countdown({ meeting }: { readonly meeting: ListedMeeting }) {
  const { t } = useTranslation('home');
  const now = useNow(30_000);
  return <span className={styles.countdown}>{countdownText(meeting, now)}</span>;

  function countdownText({ startedAt, startsAt }: ListedMeeting, at: number): string {
    if (startedAt !== null) return t('running', { duration: formatDuration(at - startedAt) });
    const ahead = startsAt - at;
    if (ahead <= 0) return t('late');
    if (ahead < 24 * 3_600_000) return t('startsIn', { duration: formatDuration(ahead) });
    return t('startsInDays', { n: daysBetween(at, startsAt) });
  }
}

/** As a calendar counts them: from any hour of today to any hour of tomorrow is one. */
const daysBetween = (from: number, to: number): number =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / (24 * 3_600_000));
