export type { CommandReceipt } from './command-run.ts';
export { type KeptView, keptViews } from './kept-view.ts';
export {
  type FollowedPage,
  MeetingLiveProvider,
  type PageLeadActs,
  useLive,
  useMay,
  useMine,
  usePageLeadActs,
  useRun,
  useTellPlace,
  useView,
} from './provider.tsx';
