export { type DecisionCommand, decisionCommandSchemas } from './commands.ts';
export {
  type ConclusionDraft,
  getConclusionDraft,
  saveConclusionDraft,
  takeConclusionPen,
} from './contract.ts';
export { type DecisionReads, decideDecision, decisionGuards, isAdopted, outcomeRefusal } from './decide.ts';
export {
  type Conclusion,
  type DecisionEvent,
  type DecisionState,
  evolveDecisions,
  type ItemOutcome,
  initialDecisions,
  outcomes,
} from './decision.ts';
