import type { MeetingView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import styles from './roster.module.css';
import { attendanceStatement } from './roster.ts';

/** The line that is read out at the opening: members, present, absent by name, substitutes, and what follows from it. */
export function AttendanceStatement({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('desk');
  const { members, present, absentNames, leftNames, substitutes } = attendanceStatement(view);
  const { quorum } = view;
  if (members === 0) return null;
  return (
    <p className={styles.statement} data-testid="attendance-statement">
      {t('attendance.statement', { n: members, p: present, v: absentNames.length })}
      {absentNames.length > 0 && ` (${absentNames.join(', ')})`}
      {'. '}
      {leftNames.length > 0 &&
        `${t('attendance.leftList', { n: leftNames.length, ds: leftNames.join(', ') })} `}
      {t('attendance.substitutes', { n: substitutes })}{' '}
      {quorum !== null &&
        t(quorum.isMet ? 'attendance.enough' : 'attendance.short', {
          q: quorum.needed,
          x: quorum.needed - quorum.present,
        })}
    </p>
  );
}
