import type { OpenItemView, PersonalView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import styles from './copies.module.css';
import { numbersOf } from './copies.ts';

interface SecretOverviewProps {
  readonly item: OpenItemView;
  readonly mine: PersonalView | null;
}

/** The neutral line, and the copies this person has to give back. */
export function SecretOverview({ item, mine }: SecretOverviewProps) {
  const { t } = useTranslation(['copies', 'meeting']);
  const held = mine?.copies[item.id] ?? [];
  return (
    <article className={styles.overview} data-testid="secret-overview">
      <p>{t('meeting:itemNumber', { n: item.number })}</p>
      <h2 className={styles.line}>{t('neutral')}</h2>
      {held.length > 0 && (
        <p className={styles.held} data-testid="held-copies" role="status">
          {t('held', { ds: numbersOf(held) })}
        </p>
      )}
      <p>{t('neutralHint')}</p>
    </article>
  );
}
