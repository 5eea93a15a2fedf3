import { ok, type Rejection, type Result, refuse, stale } from '#kernel';
import type { Context, Phase } from '#meeting';
import type { DecisionCommand } from './commands.ts';
import type { DecisionEvent, DecisionState, ItemOutcome } from './decision.ts';

export interface DecisionReads {
  readonly phase: Phase;
  readonly item: (itemId: string) => {
    readonly isCollective: boolean;
    readonly isWithdrawn: boolean;
    readonly isSecret: boolean;
  } | null;
  /** The verdict of the last published vote on the item; null when none was published. */
  readonly isAdoptedByVote: (itemId: string) => boolean | null;
  readonly hasUnpublishedVote: (itemId: string) => boolean;
}

const decided: readonly ItemOutcome[] = ['adopted', 'adoptedRevise'];

/** Whether an item stands as adopted by the committee. */
export const isAdopted = (state: DecisionState, itemId: string): boolean => {
  const outcome = state.outcomes.get(itemId)?.outcome;
  return outcome !== undefined && decided.includes(outcome);
};

export const decisionGuards = {
  record: ({ phase }: Pick<DecisionReads, 'phase'>): Rejection | null =>
    phase === 'inSession' || phase === 'paused' ? null : { code: 'meeting/not-in-session' },
} as const;

export function decideDecision(
  state: DecisionState,
  reads: DecisionReads,
  command: DecisionCommand,
  context: Context,
): Result<readonly DecisionEvent[]> {
  const refusal = decisionGuards.record(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  const item = reads.item(command.item);
  if (item === null) return refuse('item/unknown');
  if (item.isWithdrawn) return refuse('item/withdrawn');
  switch (command.type) {
    case 'RecordConclusion':
      return item.isSecret ? refuse('item/secret') : recordConclusion(command, context);
    case 'SetItemOutcome':
      return setOutcome(state, reads, item.isCollective, command);
  }
}

/** D3: what is recorded is the text in work as the secretary saw it, letter by letter. */
function recordConclusion(
  command: Extract<DecisionCommand, { type: 'RecordConclusion' }>,
  context: Context,
): Result<readonly DecisionEvent[]> {
  const { draft } = context.facts;
  if (draft === undefined) return refuse('conclusion/no-draft');
  if (draft.rev !== command.draftRev || draft.text.trim() !== command.text)
    return stale({ rev: draft.rev, text: draft.text });
  return ok([
    { type: 'ConclusionRecorded', item: command.item, text: command.text, draftRev: command.draftRev },
  ]);
}

function setOutcome(
  state: DecisionState,
  reads: DecisionReads,
  isCollective: boolean,
  command: Extract<DecisionCommand, { type: 'SetItemOutcome' }>,
): Result<readonly DecisionEvent[]> {
  const current = state.outcomes.get(command.item)?.outcome ?? null;
  if (current !== command.from) return stale({ outcome: current });
  if (current === command.outcome) return ok([]);
  const refusal = outcomeRefusal(reads, command.item, isCollective, command.outcome);
  if (refusal !== null) return { ok: false, error: refusal };
  return ok([{ type: 'ItemOutcomeSet', item: command.item, outcome: command.outcome }]);
}

/**
 * D1, D2: a matter reserved to the collective is decided by a vote, and no outcome contradicts a published verdict.
 * @returns null when the outcome may be set
 */
export function outcomeRefusal(
  reads: DecisionReads,
  itemId: string,
  isCollective: boolean,
  outcome: ItemOutcome,
): Rejection | null {
  if (reads.hasUnpublishedVote(itemId)) return { code: 'decision/vote-pending' };
  if (!decided.includes(outcome)) return null;
  const adopted = reads.isAdoptedByVote(itemId);
  if (adopted === false) return { code: 'decision/not-adopted-by-vote' };
  return adopted === null && isCollective ? { code: 'decision/vote-needed' } : null;
}
