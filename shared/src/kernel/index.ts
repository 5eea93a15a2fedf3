export type {
  AnswerBody,
  MediaBody,
  Permission,
  RouteAnswer,
  RouteBody,
  RouteBodyGiven,
  RouteContract,
  RouteParams,
  RouteQuery,
  RouteQueryGiven,
  SystemRole,
} from './contract.ts';
export { route } from './contract.ts';
export { type Decider, exhausted } from './decider.ts';
export type { EventData, EventMeta, StoredEvent } from './event.ts';
export { foldText } from './fold.ts';
export { canonicalJson, type Json } from './json.ts';
export { type DoorCode, doorProblems, type Problem, problemOf } from './problem.ts';
export { ok, type Rejection, type Result, refuse, stale } from './result.ts';
