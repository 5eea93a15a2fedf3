import type { Choice } from '@hopso/shared/meeting';
import type { OpenVoteView } from '@hopso/shared/session';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '#platform/api';
import { useRun } from '#platform/live-store';

/**
 * - `none`: nothing is under way
 * - `sending`: the ballot is on its way
 * - `retrying`: no receipt yet, it is being sent again; it is *not* recorded
 * - `refused`: the server said no; `code` says why
 */
export type Delivery =
  | { readonly stage: 'none' }
  | { readonly stage: 'sending' | 'retrying'; readonly choice: Choice }
  | { readonly stage: 'refused'; readonly choice: Choice; readonly code: string };

export interface BallotSending {
  readonly delivery: Delivery;
  /** `replaces`: the person has seen that the secretary's entry will be replaced. */
  readonly cast: (choice: Choice, replaces?: 'clerk') => void;
  readonly forget: () => void;
}

/** Long enough to outlast a lost network; the person sees all the while that nothing is recorded. */
const triesForMs = 15 * 60_000;
const nothing: Delivery = { stage: 'none' };

/**
 * Sends ballots of one vote (null: there is none now). A receipt exists only once the server has stored the ballot;
 * it arrives in the own view.
 */
export function useBallot(vote: Pick<OpenVoteView, 'id' | 'round'> | null): BallotSending {
  const run = useRun();
  const [delivery, setDelivery] = useState<Delivery>(nothing);
  const abort = useRef<AbortController | null>(null);
  const voteId = vote?.id ?? null;
  const round = vote?.round ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is under way belongs to the vote it was cast in
  useEffect(() => {
    setDelivery(nothing);
    return () => abort.current?.abort();
  }, [voteId]);
  const cast = useCallback(
    (choice: Choice, replaces?: 'clerk') => {
      if (voteId === null) return;
      abort.current?.abort();
      abort.current = new AbortController();
      const { signal } = abort.current;
      const tell = (next: Delivery) => {
        if (!signal.aborted) setDelivery(next);
      };
      tell({ stage: 'sending', choice });
      const command = { type: 'CastBallot', vote: voteId, round, choice } as const;
      run(replaces === undefined ? command : { ...command, replaces }, {
        giveUpAfterMs: triesForMs,
        waitsForConnection: true,
        signal,
        onStage: (stage) => tell({ stage, choice }),
      }).then(
        () => tell(nothing),
        (thrown) => tell({ stage: 'refused', choice, code: asProblem(thrown).code }),
      );
    },
    [run, voteId, round],
  );
  const forget = useCallback(() => setDelivery(nothing), []);
  return { delivery, cast, forget };
}
