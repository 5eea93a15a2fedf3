import type { OpenVoteView } from '@hopso/shared/session';
import { formatTime, useTranslation } from '#platform/i18n';
import { Badge } from '#ui';
import { Verdict } from '#voting';
import { BallotList } from './ballot-list.tsx';
import { ballotRows } from './ballot-rows.ts';
import styles from './vote-result.module.css';

interface VoteResultProps {
  readonly vote: OpenVoteView;
  readonly uyBan: string;
}

/** One vote: what was asked, how it ended and by which count, and who chose what. */
export function VoteResult({ vote, uyBan }: VoteResultProps) {
  const { t } = useTranslation(['result', 'voting', 'meeting']);
  const { question, round, reason, openedAt, closedAt, result, phase } = vote;
  const rows = ballotRows(vote);
  return (
    <section className={styles.vote} data-testid="result-vote">
      <h4 className={styles.title}>
        {t('vote.title', { n: round })}
        {closedAt !== null && (
          <span className={styles.times}>
            {t('vote.times', { tu: formatTime(openedAt), den: formatTime(closedAt) })}
          </span>
        )}
      </h4>
      {reason !== null && <p>{t('vote.again', { lyDo: reason })}</p>}
      <p className={styles.question}>{question}</p>
      {result === null ? (
        <Badge tone={phase === 'open' ? 'danger' : 'notice'}>
          {t(phase === 'open' ? 'meeting:rail.voting' : 'voting:ballot.waiting')}
        </Badge>
      ) : (
        <Verdict result={result} uyBan={uyBan} />
      )}
      {rows !== null && <BallotList rows={rows} vote={vote} />}
    </section>
  );
}
