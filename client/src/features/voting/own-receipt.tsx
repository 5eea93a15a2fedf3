import type { OpenVoteView, OwnBallot } from '@hopso/shared/session';
import { asProblem } from '#platform/api';
import { formatTimeWithSeconds, problemText, useTranslation } from '#platform/i18n';
import { useRun } from '#platform/live-store';
import { Badge, Button, showToast } from '#ui';
import { IconCircleCheck } from '#ui/icons';
import styles from './ballot.module.css';

interface OwnReceiptProps {
  readonly vote: Pick<OpenVoteView, 'id' | 'phase'>;
  readonly own: OwnBallot;
}

/** What the record holds of this person, with the server's time; an entry by the secretary is theirs to confirm. */
export function OwnReceipt({ vote, own }: OwnReceiptProps) {
  const { t } = useTranslation('voting');
  const luaChon = t(`choice.${own.choice}`);
  return (
    <div className={styles.receipt} data-testid="vote-receipt">
      <IconCircleCheck className={styles.tick} aria-hidden="true" />
      <div>
        <p className={styles.recorded}>
          {own.source === 'clerk' ? t('ballot.byClerk', { luaChon }) : t('ballot.recorded', { luaChon })}
        </p>
        <p className={styles.note}>{t('ballot.recordedAt', { gio: formatTimeWithSeconds(own.at) })}</p>
        {own.source === 'clerk' && <ClerkCheck vote={vote} own={own} />}
      </div>
    </div>
  );
}

/** "Đúng" or "Báo sai", until the result is published. */
function ClerkCheck({ vote, own }: OwnReceiptProps) {
  const { t } = useTranslation('voting');
  const run = useRun();
  function answer(isRight: boolean) {
    run({ type: 'AnswerRaisedHand', vote: vote.id, isRight }).catch((thrown) =>
      showToast(problemText(asProblem(thrown)), { tone: 'danger' }),
    );
  }
  if (own.isConfirmed !== null) {
    return (
      <Badge tone={own.isConfirmed ? 'good' : 'notice'}>
        {t(own.isConfirmed ? 'ballot.clerkConfirmed' : 'ballot.clerkDisputed')}
      </Badge>
    );
  }
  if (vote.phase === 'published') return null;
  return (
    <div className={styles.answers}>
      <Button tone="soft" onClick={() => answer(true)} testId="raised-hand-right">
        {t('ballot.clerkRight')}
      </Button>
      <Button onClick={() => answer(false)} testId="raised-hand-wrong">
        {t('ballot.clerkWrong')}
      </Button>
    </div>
  );
}
