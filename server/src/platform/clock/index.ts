export { type Clock, demoClock, type ManualClock, manualClock, systemClock } from './clock.ts';
