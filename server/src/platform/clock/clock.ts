import { performance } from 'node:perf_hooks';

/** Where the server reads time. Rules never do: they get `now` in their context. */
export interface Clock {
  /** Epoch milliseconds, UTC; may jump when somebody sets the machine's clock. */
  now(): number;
  /** Milliseconds that never go back, from an arbitrary start: for durations and countdowns. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

/** A clock that starts at `startAt` (epoch ms) now and then ticks with the machine, untouched by its wall clock. */
export function demoClock(startAt: number): Clock {
  const origin = performance.now();
  return {
    now: () => startAt + Math.floor(performance.now() - origin),
    monotonic: () => performance.now(),
  };
}

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Lets `ms` pass on both readings. */
  advance(ms: number): void;
  /** Sets the wall clock as an operator would: the monotonic reading does not move. */
  set(now: number): void;
}

export function manualClock(startAt: number): ManualClock {
  let now = startAt;
  let monotonic = 0;
  return {
    now: () => now,
    monotonic: () => monotonic,
    advance(ms) {
      now += ms;
      monotonic += ms;
    },
    set(instant) {
      now = instant;
    },
  };
}
