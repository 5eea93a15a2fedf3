import type { VoteResultView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import { Badge } from '#ui';
import { IconCheck, IconX } from '#ui/icons';
import styles from './verdict.module.css';
import { countKeys, countName, verdictBasis, verdictSentence } from './verdict-sentence.ts';

interface VerdictProps {
  readonly result: Pick<VoteResultView, 'tally' | 'article' | 'tieReading'>;
  /** The committee, named where the Chair's vote broke a tie. */
  readonly uyBan: string;
}

/** A published result: the outcome, its arithmetic in one sentence, what it rests on, and the five counts apart. */
export function Verdict({ result, uyBan }: VerdictProps) {
  const { t } = useTranslation('voting');
  const { tally, article } = result;
  const isTie = tally.reason.startsWith('tie');
  return (
    <div className={styles.verdict} data-testid="verdict">
      <Badge
        tone={tally.isAdopted ? 'good' : 'notice'}
        icon={tally.isAdopted ? <IconCheck aria-hidden="true" /> : <IconX aria-hidden="true" />}
        testId="verdict-outcome"
      >
        {tally.isAdopted ? t('verdict.adopted') : t('verdict.notAdopted')}
      </Badge>
      <p className={styles.sentence} data-testid="verdict-sentence">
        {verdictSentence(t, tally, uyBan)}
      </p>
      <p className={styles.basis} data-testid="verdict-basis">
        {verdictBasis(t, article)} {t('verdict.neededOf', { needed: tally.needed, total: tally.total })}
        {isTie && ` ${t('verdict.tieNote')}`}
      </p>
      <Counts tally={tally} />
    </div>
  );
}

function Counts({ tally }: Pick<VoteResultView, 'tally'>) {
  const { t } = useTranslation('voting');
  return (
    <dl className={styles.counts}>
      {countKeys.map((key) => (
        <div key={key} className={styles.count} data-testid={`count-${key}`}>
          <dt>{countName(t, key)}</dt>
          <dd>{tally[key]}</dd>
        </div>
      ))}
    </dl>
  );
}
