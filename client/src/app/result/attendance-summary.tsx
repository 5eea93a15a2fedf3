import type { MeetingView, QuorumView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import { classes } from '#ui';
import { attendanceFigures } from './attendance-figures.ts';
import styles from './attendance-summary.module.css';
import sectionStyles from './section.module.css';

/** The line that is read aloud, and what followed from it for the quorum. */
export function AttendanceSummary({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('result');
  const figures = attendanceFigures(view);
  const { quorum, counts, meeting } = view;
  return (
    <section className={sectionStyles.section} aria-labelledby="result-attendance">
      <h2 id="result-attendance" className={sectionStyles.title}>
        {t('attendance.title')}
      </h2>
      <div className={classes(sectionStyles.card, styles.summary)}>
        {figures !== null && figures.members > 0 ? (
          <p data-testid="result-statement">
            {t(figures.absentNames.length > 0 ? 'attendance.statementAbsent' : 'attendance.statement', {
              n: figures.members,
              p: figures.attended,
              v: figures.absentNames.length,
              dsVang: figures.absentNames.join(', '),
            })}{' '}
            {t('attendance.substitutes', { t: figures.substitutes })}
          </p>
        ) : (
          <p data-testid="result-statement">
            {t('attendance.invited', { p: counts.present, n: counts.invited })}
          </p>
        )}
        {meeting.opening !== null && (
          <p data-testid="result-quorum-opening">
            {t('attendance.quorumOpening', {
              p: meeting.opening.present,
              n: meeting.opening.total,
              q: meeting.opening.needed,
            })}
          </p>
        )}
        {quorum !== null && <Quorum quorum={quorum} hasLeavers={(figures?.leftNames.length ?? 0) > 0} />}
        {figures !== null && figures.leftNames.length > 0 && (
          <p>{t('attendance.left', { ds: figures.leftNames.join(', ') })}</p>
        )}
      </div>
    </section>
  );
}

/**
 * The count is that of the last moment. Nobody can open a session below the quorum, so one that is short
 * now lost it on the way.
 */
function Quorum({ quorum, hasLeavers }: { readonly quorum: QuorumView; readonly hasLeavers: boolean }) {
  const { t } = useTranslation('result');
  const key = quorum.isMet ? (hasLeavers ? 'quorumStill' : 'quorumOk') : 'quorumLost';
  return (
    <p className={quorum.isMet ? styles.met : styles.lost} data-testid="result-quorum">
      {t(`attendance.${key}`, { p: quorum.present, n: quorum.total, q: quorum.needed })}
    </p>
  );
}
