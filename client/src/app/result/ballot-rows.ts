import type { Choice } from '@hopso/shared/meeting';
import type { OpenVoteView } from '@hopso/shared/session';

/** What stands beside a member's name: the choice, or that there is none and why. */
export type Recorded = Choice | 'missing' | 'absent';

export interface BallotRow {
  readonly personId: string;
  readonly name: string;
  readonly recorded: Recorded;
  readonly isByClerk: boolean;
}

/** Every member with their choice, in the order of the seats; null where names are not given. */
export function ballotRows({ result }: Pick<OpenVoteView, 'result'>): readonly BallotRow[] | null {
  const { ballots, members } = result ?? {};
  if (ballots === undefined || members === undefined) return null;
  return members.map(({ personId, name, wasPresent }) => {
    const ballot = ballots[personId];
    const recorded = ballot?.choice ?? (wasPresent ? 'missing' : 'absent');
    return { personId, name, recorded, isByClerk: ballot?.source === 'clerk' };
  });
}
