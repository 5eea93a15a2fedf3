import type { Choice, RuleProfile } from '#meeting';
import type { Vote } from './voting.ts';

/** Why a vote ended as it did; the sentence is written from it (terms.md vote.verdict, vote.tie…). */
export type VerdictReason = 'majority' | 'noMajority' | 'tieByChair' | 'tieAgainstByChair' | 'tieNoChair';

/** The arithmetic of a vote. Every member is in exactly one of the five counts. */
export interface Tally {
  readonly total: number;
  readonly present: number;
  readonly approve: number;
  readonly disapprove: number;
  /** Chose "không biểu quyết". */
  readonly abstain: number;
  /** Was present and did not vote: "chưa biểu quyết". */
  readonly missing: number;
  /** Was not there; `present` and `absent` make up the total. */
  readonly absent: number;
  /** Votes for that are more than half of all members. */
  readonly needed: number;
  readonly isAdopted: boolean;
  readonly reason: VerdictReason;
}

/** What the count needs of a vote, so that it can be checked against an independent one. */
export interface Count {
  readonly members: readonly { readonly personId: string; readonly isChair: boolean }[];
  /** Members who were there: electors, and who came too late to be admitted. */
  readonly present: ReadonlySet<string>;
  readonly choiceOf: (personId: string) => Choice | undefined;
  readonly tieReading: RuleProfile['tieReading'];
}

/** V7–V9: more than half of all members; a tie goes with the vote of the holder of the Chair's seat. */
export function tally(count: Count): Tally {
  const chosen = { approve: 0, disapprove: 0, abstain: 0 };
  let missing = 0;
  let absent = 0;
  for (const { personId } of count.members) {
    const choice = count.choiceOf(personId);
    if (choice !== undefined) chosen[choice] += 1;
    else if (count.present.has(personId)) missing += 1;
    else absent += 1;
  }
  const total = count.members.length;
  const needed = Math.floor(total / 2) + 1;
  return {
    total,
    present: total - absent,
    ...chosen,
    missing,
    absent,
    needed,
    ...verdictOf(count, chosen, total),
  };
}

function verdictOf(
  count: Count,
  chosen: { readonly approve: number; readonly disapprove: number },
  total: number,
): Pick<Tally, 'isAdopted' | 'reason'> {
  if (2 * chosen.approve > total) return { isAdopted: true, reason: 'majority' };
  if (!isTie(count, chosen, total)) return { isAdopted: false, reason: 'noMajority' };
  const chair = count.members.find((member) => member.isChair);
  const choice = chair === undefined ? undefined : count.choiceOf(chair.personId);
  if (choice === 'approve') return { isAdopted: true, reason: 'tieByChair' };
  if (choice === 'disapprove') return { isAdopted: false, reason: 'tieAgainstByChair' };
  return { isAdopted: false, reason: 'tieNoChair' };
}

/**
 * Strict: exactly half of all members on each side, the only tie that the majority of all leaves open.
 * Literal: equal numbers below half as well. Which one holds is for the Department of Justice to confirm.
 */
function isTie(
  count: Count,
  chosen: { readonly approve: number; readonly disapprove: number },
  total: number,
): boolean {
  if (chosen.approve !== chosen.disapprove || chosen.approve === 0) return false;
  return count.tieReading === 'literal' || 2 * chosen.approve === total;
}

/** Members who were there: at closing, or when they were let in to the vote. */
export const presentAt = (vote: Pick<Vote, 'present' | 'electors'>): ReadonlySet<string> =>
  new Set([...vote.present, ...vote.electors]);

/** The verdict of a closed vote. */
export const verdict = (vote: Vote, profile: RuleProfile): Tally =>
  tally({
    members: vote.base,
    present: presentAt(vote),
    choiceOf: (personId) => vote.ballots.get(personId)?.choice,
    tieReading: profile.tieReading,
  });
