import type { MeetingHeader, MeetingView, ParticipantView } from '@hopso/shared/session';
import { listed } from '#attendance';
import { useCapacityName } from '#meeting';
import { formatTime, useTranslation } from '#platform/i18n';
import { Badge, classes, Table, type Tone } from '#ui';
import { attended } from './attendance-figures.ts';
import styles from './attendance-list.module.css';
import sectionStyles from './section.module.css';

/** Everybody who was on the list: came how and when, went when, stood in for whom. */
export function AttendanceList({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('result');
  const people = listed(view);
  const isTold = people.some(({ status }) => status !== undefined);
  return (
    <section className={classes(sectionStyles.section, styles.list)} aria-labelledby="result-people">
      <h2 id="result-people" className={sectionStyles.title}>
        {t('attendance.list')}
      </h2>
      {people.length === 0 ? (
        <p>{t('attendance.none')}</p>
      ) : (
        <div className={styles.people}>
          <Table
            caption={t('attendance.list')}
            head={
              <tr>
                <th scope="col">{t('attendance.number')}</th>
                <th scope="col">{t('attendance.person')}</th>
                <th scope="col">{t('attendance.capacity')}</th>
                {isTold && <th scope="col">{t('attendance.status')}</th>}
                {isTold && (
                  <th scope="col" className={styles.time}>
                    {t('attendance.arrived')}
                  </th>
                )}
                {isTold && (
                  <th scope="col" className={styles.time}>
                    {t('attendance.leftAt')}
                  </th>
                )}
              </tr>
            }
            testId="result-people"
          >
            {people.map((person, index) => (
              <PersonRow
                key={person.personId}
                number={index + 1}
                person={person}
                standIn={
                  people.find(({ substitutesFor }) => substitutesFor === person.personId)?.name ?? null
                }
                standsFor={person.substitutesFor ? view.participants[person.substitutesFor]?.name : undefined}
                meeting={view.meeting}
                isTold={isTold}
              />
            ))}
          </Table>
        </div>
      )}
    </section>
  );
}

interface PersonRowProps {
  readonly number: number;
  readonly person: ParticipantView;
  /** Who came in place of this person. */
  readonly standIn: string | null;
  readonly standsFor: string | undefined;
  readonly meeting: MeetingHeader;
  readonly isTold: boolean;
}

function PersonRow({ number, person, standIn, standsFor, meeting, isTold }: PersonRowProps) {
  const { t } = useTranslation('result');
  const capacityName = useCapacityName();
  const { name, post, unit, capacity, arrivedAt, isLate, leftAt } = person;
  return (
    <tr>
      <td className={styles.number}>{number}</td>
      <td className={styles.person}>
        <span className={styles.name}>{name}</span>
        <span className={styles.post}>{[post, unit].filter(Boolean).join(', ')}</span>
      </td>
      <td className={styles.capacity}>
        {capacityName({ capacity, gathering: meeting.gathering })}
        {standsFor !== undefined && (
          <span className={styles.post}>{t('attendance.standsFor', { name: standsFor })}</span>
        )}
      </td>
      {isTold && (
        <>
          <td className={styles.status}>
            <Status person={person} />
            {standIn !== null && (
              <span className={styles.post}>{t('attendance.represented', { name: standIn })}</span>
            )}
          </td>
          <td className={styles.time} data-label={t('attendance.arrived')}>
            {arrivedAt != null && formatTime(arrivedAt)}
            {isLate && (
              <span className={styles.late}>
                <Badge tone="notice">{t('attendance.late')}</Badge>
              </span>
            )}
          </td>
          <td className={styles.time} data-label={t('attendance.leftAt')}>
            {leftAt != null && formatTime(leftAt)}
          </td>
        </>
      )}
    </tr>
  );
}

function Status({ person }: { readonly person: ParticipantView }) {
  const { t } = useTranslation('meeting');
  const { status = 'unknown', site } = person;
  const tone: Tone = status === 'left' ? 'notice' : attended(person) ? 'good' : 'neutral';
  const text = status === 'site' && site ? t('status.site', { diemCau: site }) : t(`statusShort.${status}`);
  return <Badge tone={tone}>{text}</Badge>;
}
