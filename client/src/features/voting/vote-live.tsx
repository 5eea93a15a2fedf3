import type { MeetingView, OpenVoteView, ParticipantView } from '@hopso/shared/session';
import { useState } from 'react';
import { OrderButton, useOrder } from '#meeting';
import { useNow } from '#platform/clock';
import { formatClock, useTranslation } from '#platform/i18n';
import { Badge, Button, ConfirmDialog, ProgressBar } from '#ui';
import { RaisedHandDialog } from './raised-hand-dialog.tsx';
import { admissibleTo, electorsOf, missingVoters, timeLeftOf } from './vote-figures.ts';
import styles from './vote-panel.module.css';

interface VoteLiveProps {
  readonly view: MeetingView;
  readonly vote: OpenVoteView;
}

/** An open vote as the desk sees it: who has voted, never what. */
export function VoteLive({ view, vote }: VoteLiveProps) {
  const { t } = useTranslation('desk');
  const [isClosing, setClosing] = useState(false);
  const [hand, setHand] = useState<ParticipantView | null>(null);
  const missing = missingVoters(view, vote);
  return (
    <section className={styles.live} aria-label={t('vote.live')} data-testid="vote-live">
      <div className={styles.liveHead}>
        <Badge tone="danger">{t('vote.isOpen')}</Badge>
        <TimeLeft vote={vote} />
      </div>
      <p className={styles.question}>{vote.question}</p>
      <p className={styles.progress} data-testid="vote-progress">
        {t('vote.progress', { n: vote.votedCount, of: vote.electorCount })}
      </p>
      <ProgressBar
        label={t('vote.progress', { n: vote.votedCount, of: vote.electorCount })}
        value={vote.electorCount === 0 ? 0 : vote.votedCount / vote.electorCount}
      />
      <OrderButton
        order="CloseVoting"
        tone="primary"
        wide
        onPress={() => setClosing(true)}
        testId="vote-close"
      >
        {t('vote.close')}
      </OrderButton>
      <Late view={view} vote={vote} />
      <MissingList missing={missing} onHand={setHand} />
      <VotedList view={view} vote={vote} onHand={setHand} />
      {isClosing && <CloseDialog vote={vote} missing={missing} onClose={() => setClosing(false)} />}
      {hand !== null && <RaisedHandDialog vote={vote} person={hand} onClose={() => setHand(null)} />}
    </section>
  );
}

function TimeLeft({ vote }: { readonly vote: OpenVoteView }) {
  const { t } = useTranslation('desk');
  const left = timeLeftOf(vote, useNow());
  if (left === null) return <span>{t('vote.noLimit')}</span>;
  return (
    <span className={styles.clock}>
      {left === 0 ? t('vote.timeOver') : t('vote.left', { tg: formatClock(left) })}
    </span>
  );
}

/** Members who came after the opening: the desk lets them in, and the record says so. */
function Late({ view, vote }: VoteLiveProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const late = admissibleTo(view, vote);
  if (late.length === 0) return null;
  return (
    <div className={styles.group}>
      <h4 className={styles.groupTitle}>{t('vote.late')}</h4>
      <ul>
        {late.map(({ personId, name }) => (
          <li key={personId} className={styles.person}>
            <span>{name}</span>
            <OrderButton
              order="AdmitElector"
              onPress={() => void order({ type: 'AdmitElector', vote: vote.id, person: personId })}
              testId={`vote-admit-${personId}`}
            >
              {t('vote.admit')}
            </OrderButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NamesProps {
  readonly onHand: (person: ParticipantView) => void;
}

function MissingList({ missing, onHand }: NamesProps & { readonly missing: readonly ParticipantView[] }) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.group}>
      <h4 className={styles.groupTitle}>{t('vote.missing', { n: missing.length })}</h4>
      {missing.length === 0 && <p className={styles.quiet}>{t('vote.allVoted')}</p>}
      <ul data-testid="vote-missing">
        {missing.map((person) => (
          <li key={person.personId} className={styles.person}>
            <span>{person.name}</span>
            <Button onClick={() => onHand(person)} testId={`raised-hand-${person.personId}`}>
              {t('hand.enter')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function VotedList({ view, vote, onHand }: VoteLiveProps & NamesProps) {
  const { t } = useTranslation('desk');
  const voted = electorsOf(view, vote).filter(({ personId }) => vote.voted?.[personId] !== undefined);
  if (voted.length === 0) return null;
  return (
    <details className={styles.group}>
      <summary className={styles.groupTitle}>{t('vote.voted', { n: voted.length })}</summary>
      <ul data-testid="vote-voted">
        {voted.map((person) => (
          <li key={person.personId} className={styles.person}>
            <span>
              {person.name} <Source ballot={vote.voted?.[person.personId]} />
            </span>
            <Button tone="plain" onClick={() => onHand(person)} testId={`raised-hand-${person.personId}`}>
              {t('hand.enter')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

type OneVoted = NonNullable<OpenVoteView['voted']>[string];

/** How a ballot came in, and what the member said to an entry by hand. */
function Source({ ballot }: { readonly ballot: OneVoted | undefined }) {
  const { t } = useTranslation('desk');
  if (ballot?.source !== 'clerk') return null;
  if (ballot.isConfirmed === null) return <Badge>{t('vote.byClerk')}</Badge>;
  return ballot.isConfirmed ? (
    <Badge tone="good">{t('hand.confirmed')}</Badge>
  ) : (
    <Badge tone="notice">{t('hand.disputed')}</Badge>
  );
}

interface CloseDialogProps {
  readonly vote: OpenVoteView;
  readonly missing: readonly ParticipantView[];
  readonly onClose: () => void;
}

function CloseDialog({ vote, missing, onClose }: CloseDialogProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  async function close() {
    const receipt = await order({ type: 'CloseVoting', vote: vote.id, round: vote.round });
    if (receipt !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('vote.closeTitle')}
      action={t('vote.close')}
      onConfirm={close}
      onClose={onClose}
      testId="vote-close-confirm"
    >
      {missing.length > 0 ? (
        <p>{t('vote.closeMissing', { n: missing.length, ds: missing.map(({ name }) => name).join(', ') })}</p>
      ) : (
        <p>{t('vote.closeAll', { n: vote.votedCount, of: vote.electorCount })}</p>
      )}
      <p>{t('vote.closeEffect')}</p>
    </ConfirmDialog>
  );
}
