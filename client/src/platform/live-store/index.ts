export type { CommandReceipt } from './command-run.ts';
export { type KeptView, keptViews } from './kept-view.ts';
export { type InkLayer, inkKey } from './presented-ink.ts';
export {
  type FollowedPage,
  MeetingLiveProvider,
  useLive,
  useMay,
  useMine,
  usePageLeadActs,
  useRun,
  useTellPlace,
  useView,
} from './provider.tsx';
