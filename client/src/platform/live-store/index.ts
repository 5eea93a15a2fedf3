export type { CommandReceipt } from './command-run.ts';
export { MeetingLiveProvider, useLive, useMay, useMine, useRun, useTellPlace, useView } from './provider.tsx';
