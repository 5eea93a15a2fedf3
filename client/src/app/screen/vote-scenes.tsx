import type { MeetingView, OpenVoteView } from '@hopso/shared/session';
import { useNow } from '#platform/clock';
import { formatClock, useTranslation } from '#platform/i18n';
import { classes } from '#ui';
import { countKeys, countName, timeLeftOf, verdictBasis, verdictSentence } from '#voting';
import styles from './hall.module.css';
import { VoteRing } from './vote-ring.tsx';

interface VoteSceneProps {
  readonly view: MeetingView;
  readonly vote: OpenVoteView;
}

/** While the vote is open: the question and how many have voted. Never how. */
export function VoteOpenScene({ view, vote }: VoteSceneProps) {
  const { t } = useTranslation('screen');
  return (
    <>
      <Kicker view={view} vote={vote} />
      <h1 className={styles.question} data-testid="hall-question">
        {vote.question}
      </h1>
      <div className={styles.progress}>
        <VoteRing voted={vote.votedCount} electors={vote.electorCount} />
        <div>
          <p className={styles.lead} data-testid="hall-progress">
            {t('voted', { n: vote.votedCount, total: vote.electorCount })}
          </p>
          <TimeLeft vote={vote} />
        </div>
      </div>
    </>
  );
}

function TimeLeft({ vote }: Pick<VoteSceneProps, 'vote'>) {
  const { t } = useTranslation('screen');
  const now = useNow();
  const left = timeLeftOf(vote, now);
  if (left === null) return null;
  if (left <= 0) return <p className={styles.lead}>{t('overtime')}</p>;
  return <p className={styles.number}>{t('left', { clock: formatClock(left) })}</p>;
}

export function VoteClosedScene({ view, vote }: VoteSceneProps) {
  const { t } = useTranslation('screen');
  return (
    <>
      <Kicker view={view} vote={vote} />
      <h1 className={styles.question}>{vote.question}</h1>
      <p className={styles.lead}>{t('closed')}</p>
    </>
  );
}

/** The verdict with its arithmetic, and the five counts apart. */
export function ResultScene({ view, vote }: VoteSceneProps) {
  const { t } = useTranslation('voting');
  const { result } = vote;
  if (result === null) return <VoteClosedScene view={view} vote={vote} />;
  const { tally } = result;
  return (
    <>
      <Kicker view={view} vote={vote} />
      <p className={styles.asked}>{vote.question}</p>
      <h1
        className={classes(styles.outcome, tally.isAdopted ? styles.adopted : styles.notAdopted)}
        data-testid="hall-outcome"
      >
        {tally.isAdopted ? t('verdict.adopted') : t('verdict.notAdopted')}
      </h1>
      <dl className={styles.counts}>
        {countKeys.map((key) => (
          <div key={key} className={styles.count} data-testid={`hall-count-${key}`}>
            <dt>{countName(t, key)}</dt>
            <dd>{tally[key]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.sentence} data-testid="hall-verdict">
        {verdictSentence(t, tally, view.meeting.hostName)}
      </p>
      <p className={styles.basis}>{verdictBasis(t, result.article)}</p>
    </>
  );
}

function Kicker({ view, vote }: VoteSceneProps) {
  const { t } = useTranslation('screen');
  const item = view.items[vote.itemId];
  const round = vote.round > 1 ? ` · ${t('round', { n: vote.round })}` : '';
  return (
    <p className={styles.kicker}>
      {t('openVote')}
      {item !== undefined && ` · ${t('item', { n: item.number })}`}
      {round}
    </p>
  );
}
