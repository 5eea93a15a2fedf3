import type { MeetingView, OwnBallot, PersonalView, VoteView } from '@hopso/shared/session';
import { useEffect, useRef, useState } from 'react';
import { serverNow } from '#platform/clock';
import { useTranslation } from '#platform/i18n';
import { announce } from '#ui';
import { type BallotSending, useBallot } from './use-ballot.ts';
import { timeLeftOf, voteInHand } from './vote-figures.ts';
import { whyNot } from './why-not.ts';

export interface VoteSheetState {
  /** The vote a member is concerned with now: open, awaiting its result, or the last one announced on this item. */
  readonly vote: VoteView | null;
  readonly own: OwnBallot | null;
  readonly reason: ReturnType<typeof whyNot>;
  readonly sending: BallotSending;
  readonly isShown: boolean;
  readonly show: () => void;
  readonly fold: () => void;
}

/** `view`: with the content of the listed items this person may see. */
export function useVoteSheet(view: MeetingView, mine: PersonalView | null): VoteSheetState {
  const vote = voteInHand(view) ?? lastAnnounced(view);
  const own = (vote !== null && mine?.ballots[vote.id]) || null;
  const reason = mine === null ? 'guest' : whyNot(mine);
  const sending = useBallot(vote === null || vote.isListed ? null : vote);
  const { isShown, show, fold } = useShowing(vote, reason === null);
  useLastCall(vote, reason === null && own === null, show);
  return { vote, own, reason, sending, isShown, show, fold };
}

function lastAnnounced({ votes, voteOrder, meeting }: MeetingView): VoteView | null {
  const last = votes[voteOrder.at(-1) ?? ''];
  return last?.phase === 'published' && last.itemId === meeting.currentItemId ? last : null;
}

/**
 * The sheet opens by itself for whoever may vote, and for a result that is announced while one is there.
 * Once folded it stays so.
 */
function useShowing(vote: VoteView | null, mayVote: boolean) {
  const { t } = useTranslation('voting');
  const [isShown, setShown] = useState(false);
  const seen = useRef<VoteView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another vote, another phase or a new right opens it
  useEffect(() => {
    const before = seen.current;
    seen.current = vote;
    if (vote === null) return setShown(false);
    if (vote.phase === 'open' && mayVote) {
      setShown(true);
      announce(t('ballot.opened', { question: vote.isListed ? '' : vote.question }), 'assertive');
      vibrate([150]);
    }
    if (vote.phase === 'published') {
      const isNews = before?.id === vote.id && before.phase !== 'published';
      setShown(isNews);
      if (isNews) announce(t('ballot.result'));
    }
  }, [vote?.id, vote?.phase, mayVote]);
  return { isShown, show: () => setShown(true), fold: () => setShown(false) };
}

const lastCallMs = 30_000;

/** Once, thirty seconds before the announced time is over, for whoever has not voted. */
function useLastCall(vote: VoteView | null, isMissing: boolean, show: () => void): void {
  const { t } = useTranslation('voting');
  const isOpen = vote?.phase === 'open';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is the same act at every drawing
  useEffect(() => {
    if (!isOpen || !isMissing || vote === null || vote.isListed) return;
    const left = timeLeftOf(vote, serverNow());
    if (left === null || left <= lastCallMs) return;
    const timer = setTimeout(() => {
      show();
      announce(t('ballot.thirtySeconds'), 'assertive');
      vibrate([150, 100, 150]);
    }, left - lastCallMs);
    return () => clearTimeout(timer);
  }, [vote?.id, isOpen, isMissing]);
}

/** Browsers refuse it, and complain, until the person has touched the page once. */
function vibrate(pattern: number[]): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
}
