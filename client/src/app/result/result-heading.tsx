import type { MeetingHeader } from '@hopso/shared/session';
import { PhaseBadge } from '#meeting';
import { type MeetingWords, useTranslation } from '#platform/i18n';
import styles from './result-heading.module.css';

interface ResultHeadingProps {
  readonly meeting: MeetingHeader;
  readonly words: MeetingWords;
}

/** Whose result of what this is. On paper it begins like an official document: the body, and beside it the nation. */
export function ResultHeading({ meeting, words }: ResultHeadingProps) {
  const { t } = useTranslation('result');
  const { title, phase, hostName, isConverted } = meeting;
  return (
    <header className={styles.heading}>
      <div className={styles.letterhead}>
        <p className={styles.body}>{hostName}</p>
        <div className={styles.nation}>
          <p>{t('document.nation')}</p>
          <p className={styles.motto}>{t('document.motto')}</p>
        </div>
      </div>
      <div className={styles.titles}>
        <p className={styles.kicker}>
          <span className={styles.kind}>{t('heading', { ...words })}</span>
          <span className={styles.phase}>
            <PhaseBadge phase={phase} />
          </span>
        </p>
        <h1 className={styles.title} data-testid="result-title">
          {title}
        </h1>
      </div>
      {phase !== 'ended' && (
        <p className={styles.notice} data-testid="result-provisional">
          {t('provisional', { ...words })}
        </p>
      )}
      {isConverted && <p className={styles.notice}>{t('converted')}</p>}
    </header>
  );
}
