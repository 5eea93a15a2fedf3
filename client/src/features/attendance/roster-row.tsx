import type { MeetingHeader, ParticipantView } from '@hopso/shared/session';
import { memo } from 'react';
import { type Order, useOrder } from '#meeting';
import { formatTime, meetingWords, useTranslation } from '#platform/i18n';
import { Badge, Button, classes, type Tone } from '#ui';
import { IconChevronDown } from '#ui/icons';
import styles from './roster.module.css';
import { isPresentStatus } from './roster.ts';

interface RosterRowProps {
  readonly person: ParticipantView;
  /** The absent member a substitute came for. */
  readonly standsFor: string | null;
  readonly meeting: MeetingHeader;
  readonly isOpen: boolean;
  readonly onToggle: (personId: string) => void;
}

/** One person of the roll. Memoised: a hundred rows stand still while one changes. */
export const RosterRow = memo(function RosterRow(props: RosterRowProps) {
  const { person, standsFor, meeting, isOpen, onToggle } = props;
  const { t } = useTranslation('desk');
  const order = useOrder();
  const { personId, name, post, unit } = person;
  const canMark = meeting.phase !== 'ended' && meeting.phase !== 'draft';
  return (
    <li className={classes(styles.row, isOpen && styles.open)}>
      <div className={styles.summary}>
        <button
          type="button"
          className={styles.person}
          aria-expanded={isOpen}
          data-testid={`roster-${personId}`}
          onClick={() => onToggle(personId)}
        >
          <span className={styles.name}>{name}</span>
          <span className={styles.post}>{`${post} · ${unit}`}</span>
          <span className={styles.facts}>
            <Facts person={person} standsFor={standsFor} meeting={meeting} />
          </span>
        </button>
        {canMark && person.status === 'unknown' && !isOpen ? (
          <Button
            onClick={() => void mark(order, person, 'room')}
            testId={`roster-${personId}-room`}
            aria-label={t('attendance.markRoom', { name })}
          >
            {t('attendance.here')}
          </Button>
        ) : (
          <IconChevronDown className={styles.chevron} aria-hidden="true" />
        )}
      </div>
      {isOpen && canMark && <Acts person={person} meeting={meeting} order={order} />}
    </li>
  );
});

type Status = NonNullable<ParticipantView['status']>;
type Markable = Exclude<Status, 'left'>;

const mark = (order: Order, person: ParticipantView, to: Markable, site: string | null = null) =>
  order({
    type: 'RecordAttendance',
    person: person.personId,
    from: person.status ?? 'unknown',
    to,
    ...(to === 'site' && { site }),
  });

const toneOf: { readonly [S in Status]: Tone } = {
  room: 'good',
  online: 'good',
  site: 'good',
  left: 'notice',
  excused: 'neutral',
  unexcused: 'notice',
  unknown: 'neutral',
};

function Facts({ person, standsFor, meeting }: Pick<RosterRowProps, 'person' | 'standsFor' | 'meeting'>) {
  const { t } = useTranslation(['desk', 'meeting', 'home']);
  const { status = 'unknown', site, arrivedAt, isLate, leftAt, invitation } = person;
  const words = meetingWords(meeting.gathering);
  const capacity = capacityNow(person, meeting);
  const details = { diemCau: site ?? '', hop: words.hop, gio: leftAt == null ? '' : formatTime(leftAt) };
  return (
    <>
      <Badge tone={toneOf[status]}>{t(`meeting:status.${status}`, details)}</Badge>
      {isLate === true && arrivedAt != null && (
        <Badge tone="notice">{t('attendance.late', { gio: formatTime(arrivedAt) })}</Badge>
      )}
      {capacity !== 'member' && <Badge tone="info">{t(`home:capacity.${capacity}`, { ...words })}</Badge>}
      {standsFor !== null && <Badge>{t('attendance.standsFor', { name: standsFor })}</Badge>}
      {status === 'unknown' && invitation === 'declined' && <Badge>{t('attendance.declined')}</Badge>}
    </>
  );
}

/** The chair can be handed over during the session: who presides now is named so, whoever was invited as such. */
function capacityNow({ personId, capacity }: ParticipantView, { phase, presidingId }: MeetingHeader) {
  if (phase === 'draft' || presidingId === null) return capacity;
  if (personId === presidingId) return 'chair';
  return capacity === 'chair' ? 'member' : capacity;
}

interface ActsProps {
  readonly person: ParticipantView;
  readonly meeting: MeetingHeader;
  readonly order: Order;
}

function Acts({ person, meeting, order }: ActsProps) {
  const { t } = useTranslation(['desk', 'meeting']);
  const { status = 'unknown', personId, declineReason } = person;
  const words = meetingWords(meeting.gathering);
  const isHere = isPresentStatus(status);
  const set = (to: Markable, site?: string) => void mark(order, person, to, site ?? null);
  const button = (to: Markable, label: string, key: string = to, site?: string) => (
    <Button
      key={key}
      tone={status === to && (site === undefined || site === person.site) ? 'soft' : 'outline'}
      aria-pressed={status === to && (site === undefined || site === person.site)}
      onClick={() => set(to, site)}
      testId={site === undefined ? `roster-set-${to}` : `roster-set-site-${meeting.sites.indexOf(site)}`}
    >
      {label}
    </Button>
  );
  if (status === 'left') {
    return (
      <div className={styles.acts}>
        {(['room', 'online'] as const).map((mode) => (
          <Button
            key={mode}
            onClick={() => void order({ type: 'RecordReturned', person: personId, mode })}
            testId={`roster-returned-${mode}`}
          >
            {t('attendance.returned', { how: t(`meeting:statusShort.${mode}`) })}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <div className={styles.acts}>
      {declineReason != null && (
        <p className={styles.reason}>{t('attendance.declineReason', { text: declineReason })}</p>
      )}
      {button('room', t('meeting:statusShort.room'))}
      {button('online', t('meeting:statusShort.online'))}
      {meeting.sites.map((site) => button('site', site, `site ${site}`, site))}
      {button('excused', t('meeting:statusShort.excused'))}
      {button('unexcused', t('meeting:statusShort.unexcused'))}
      {isHere && (
        <Button onClick={() => void order({ type: 'RecordLeft', person: personId })} testId="roster-left">
          {t('attendance.leave', { ...words })}
        </Button>
      )}
      {!isHere && status !== 'unknown' && button('unknown', t('meeting:statusShort.unknown'))}
    </div>
  );
}
