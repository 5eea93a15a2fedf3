export { ConclusionDrafts, type DraftsOptions } from './drafts.ts';
export { type DecisionRoutesOptions, mountDecisions } from './routes.ts';
