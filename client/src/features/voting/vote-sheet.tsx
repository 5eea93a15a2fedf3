import type { MeetingView, OpenVoteView } from '@hopso/shared/session';
import type { ReactNode } from 'react';
import { useNow } from '#platform/clock';
import { formatClock, useTranslation } from '#platform/i18n';
import { ProgressBar, Sheet } from '#ui';
import styles from './ballot.module.css';
import { BallotForm } from './ballot-form.tsx';
import { OwnReceipt } from './own-receipt.tsx';
import type { VoteSheetState } from './use-vote-sheet.ts';
import { Verdict } from './verdict.tsx';
import { timeLeftOf } from './vote-figures.ts';

interface VoteSheetProps {
  readonly state: VoteSheetState;
  readonly view: MeetingView;
  /** Offered to a member who has not checked in. */
  readonly checkIn: ReactNode;
}

/** The vote at the lower edge: what is asked, what one may do, what was recorded, what came of it. */
export function VoteSheet({ state, view, checkIn }: VoteSheetProps) {
  const { t } = useTranslation('voting');
  const { vote, isShown, fold } = state;
  if (vote === null || !isShown) return null;
  if (vote.isListed) {
    return (
      <Sheet title={t('ballot.open')} foldLabel={t('ballot.fold')} onFold={fold} testId="vote-sheet">
        <p>{t('ballot.listed')}</p>
      </Sheet>
    );
  }
  const isAnnounced = vote.phase === 'published';
  return (
    <Sheet
      key={`${vote.id} ${isAnnounced}`}
      title={t(isAnnounced ? 'ballot.result' : 'ballot.open')}
      status={isAnnounced ? null : <Progress vote={vote} />}
      tone={vote.phase === 'open' ? 'danger' : 'neutral'}
      foldLabel={t('ballot.fold')}
      {...(vote.phase === 'open' && { foldPurpose: t('ballot.foldPurpose') })}
      onFold={fold}
      testId="vote-sheet"
    >
      <div className={styles.content}>
        <p className={styles.question} data-testid="vote-question">
          {vote.question}
        </p>
        {vote.round > 1 && <p>{t('ballot.round', { n: vote.round, lyDo: vote.reason ?? '' })}</p>}
        <Body state={state} vote={vote} view={view} checkIn={checkIn} />
      </div>
    </Sheet>
  );
}

function Body({ state, vote, view, checkIn }: VoteSheetProps & { readonly vote: OpenVoteView }) {
  const { t } = useTranslation('voting');
  const { own, reason, sending } = state;
  if (vote.phase === 'open' && reason === null) return <BallotForm vote={vote} own={own} sending={sending} />;
  if (vote.phase === 'open') {
    return (
      <>
        <p className={styles.problem} data-testid="vote-why-not">
          {t(`ballot.why.${reason ?? 'notElector'}`)}
        </p>
        {reason === 'notPresent' && checkIn}
      </>
    );
  }
  return (
    <>
      {vote.phase === 'closed' && <p>{t('ballot.closed')}</p>}
      {sending.delivery.stage === 'refused' && <p className={styles.problem}>{t('ballot.tooLate')}</p>}
      {vote.result && <Verdict result={vote.result} uyBan={view.meeting.hostName} />}
      {own && <OwnReceipt vote={vote} own={own} />}
    </>
  );
}

/** Time left and how many have voted; drawn alone every second. */
function Progress({ vote }: { readonly vote: OpenVoteView }) {
  const { t } = useTranslation('voting');
  const now = useNow();
  const left = vote.phase === 'open' ? timeLeftOf(vote, now) : null;
  const counted = t('ballot.progress', { n: vote.votedCount, tong: vote.electorCount });
  return (
    <>
      <p data-testid="vote-progress">
        {left !== null &&
          `${left > 0 ? t('ballot.left', { tg: formatClock(left) }) : t('ballot.overtime')} · `}
        {counted}
      </p>
      <ProgressBar
        label={counted}
        value={vote.electorCount === 0 ? 0 : vote.votedCount / vote.electorCount}
      />
    </>
  );
}
