import type { EventMeta } from '#kernel';

export const outcomes = [
  'adopted',
  'adoptedRevise',
  'again',
  'slip',
  'withdrawn',
  'deferred',
  'noted',
] as const;
export type ItemOutcome = (typeof outcomes)[number];

export type DecisionEvent =
  | { type: 'ConclusionRecorded'; item: string; text: string; draftRev: number }
  | { type: 'ItemOutcomeSet'; item: string; outcome: ItemOutcome };

export interface Conclusion {
  readonly text: string;
  readonly at: number;
  readonly rev: number;
}

export interface DecisionState {
  readonly rev: number;
  readonly conclusions: Map<string, Conclusion>;
  readonly outcomes: Map<string, { readonly outcome: ItemOutcome; readonly at: number }>;
}

export const initialDecisions = (): DecisionState => ({
  rev: 0,
  conclusions: new Map(),
  outcomes: new Map(),
});

export function evolveDecisions(
  state: DecisionState,
  event: DecisionEvent,
  { at }: EventMeta,
): DecisionState {
  switch (event.type) {
    case 'ConclusionRecorded': {
      const rev = (state.conclusions.get(event.item)?.rev ?? 0) + 1;
      state.conclusions.set(event.item, { text: event.text, at, rev });
      return { ...state, rev: state.rev + 1 };
    }
    case 'ItemOutcomeSet':
      state.outcomes.set(event.item, { outcome: event.outcome, at });
      return { ...state, rev: state.rev + 1 };
    default:
      return state;
  }
}
