import type { MeetingView, OpenItemView, OpenVoteView, VoteView } from '@hopso/shared/session';
import { useState } from 'react';
import { OrderButton, useOrder } from '#meeting';
import { formatTime, useTranslation } from '#platform/i18n';
import { Badge, ConfirmDialog, EmptyState } from '#ui';
import { BallotNames } from './ballot-names.tsx';
import { OpenVoteDialog } from './open-vote-dialog.tsx';
import { Verdict } from './verdict.tsx';
import { voteInHand, votesOnItem } from './vote-figures.ts';
import { VoteLive } from './vote-live.tsx';
import styles from './vote-panel.module.css';

interface VotePanelProps {
  readonly view: MeetingView;
  /** The item the session is at. */
  readonly item: OpenItemView | null;
  /** The dialog that puts the question is opened from elsewhere too (a key). */
  readonly isOpening: boolean;
  readonly onOpening: (isOpening: boolean) => void;
}

/** Voting at the desk: put the question, follow it, close it, publish it: four acts, each on its own. */
export function VotePanel({ view, item, isOpening, onOpening }: VotePanelProps) {
  const { t } = useTranslation('desk');
  const inHand = voteInHand(view);
  if (!view.meeting.hasVoting) return <EmptyState>{t('vote.notHere')}</EmptyState>;
  const published =
    item === null ? [] : votesOnItem(view, item.id).filter(({ phase }) => phase === 'published');
  const isOver = view.meeting.phase === 'ended';
  return (
    <div className={styles.panel}>
      {inHand === null && !isOver && (
        <OrderButton order="OpenVoting" tone="soft" wide onPress={() => onOpening(true)} testId="vote-open">
          {item !== null && published.length > 0 ? t('vote.openAgain', { n: item.number }) : t('vote.open')}
        </OrderButton>
      )}
      {inHand === null && item !== null && published.length === 0 && (
        <p className={styles.quiet}>{t(noteOn(item, isOver), { n: item.number })}</p>
      )}
      {inHand !== null && <InHand view={view} vote={inHand} />}
      {published.toReversed().map((vote) => (
        <Published key={vote.id} view={view} vote={vote} />
      ))}
      {isOpening && item !== null && inHand === null && (
        <OpenVoteDialog view={view} item={item} onClose={() => onOpening(false)} />
      )}
    </div>
  );
}

function noteOn(item: OpenItemView, isOver: boolean) {
  if (isOver) return 'vote.noneHere';
  return item.isCollective ? 'vote.neededHere' : 'vote.notNeededHere';
}

function InHand({ view, vote }: { readonly view: MeetingView; readonly vote: VoteView }) {
  const { t } = useTranslation('desk');
  if (vote.isListed) {
    return (
      <p>
        {t('vote.listed')} {t('vote.progress', { n: vote.votedCount, of: vote.electorCount })}
      </p>
    );
  }
  return vote.phase === 'open' ? <VoteLive view={view} vote={vote} /> : <Closed vote={vote} />;
}

/** Closed and not yet public: nobody knows the result but the record. */
function Closed({ vote }: { readonly vote: OpenVoteView }) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const [isAsking, setAsking] = useState(false);
  async function publish() {
    const receipt = await order({ type: 'PublishResult', vote: vote.id, round: vote.round });
    if (receipt !== null) setAsking(false);
  }
  return (
    <section className={styles.live} aria-label={t('vote.closed')} data-testid="vote-closed">
      <div className={styles.liveHead}>
        <Badge tone="notice">{t('vote.closed')}</Badge>
        {vote.closedAt !== null && <span className={styles.clock}>{formatTime(vote.closedAt)}</span>}
      </div>
      <p className={styles.question}>{vote.question}</p>
      <p className={styles.progress}>{t('vote.progress', { n: vote.votedCount, of: vote.electorCount })}</p>
      <OrderButton
        order="PublishResult"
        tone="primary"
        wide
        onPress={() => setAsking(true)}
        testId="vote-publish"
      >
        {t('vote.publish')}
      </OrderButton>
      <ConfirmDialog
        open={isAsking}
        title={t('vote.publishTitle')}
        action={t('vote.publish')}
        onConfirm={publish}
        onClose={() => setAsking(false)}
        testId="vote-publish-confirm"
      >
        <p>{t('vote.publishEffect')}</p>
      </ConfirmDialog>
    </section>
  );
}

function Published({ view, vote }: { readonly view: MeetingView; readonly vote: VoteView }) {
  const { t } = useTranslation('desk');
  if (vote.isListed || vote.result === null) return null;
  return (
    <section className={styles.published} aria-label={t('vote.result', { n: vote.round })}>
      <h3 className={styles.groupTitle}>{t('vote.result', { n: vote.round })}</h3>
      <p className={styles.question}>{vote.question}</p>
      {vote.reason !== null && (
        <p className={styles.quiet}>{t('vote.again', { n: vote.round, lyDo: vote.reason })}</p>
      )}
      <Verdict result={vote.result} uyBan={view.meeting.hostName} />
      <details>
        <summary className={styles.groupTitle}>{t('vote.names')}</summary>
        <BallotNames result={vote.result} />
      </details>
    </section>
  );
}
