import { performance } from 'node:perf_hooks';
import type { Clock } from '#platform/clock';

/** 28/4/2021, 07:30 in Long An: when somebody opens the demonstration. */
export const DEMO_NOW = Date.parse('2021-04-28T07:30:00+07:00');

/** An instant of the demonstration, written as an official reads it. */
export const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}:00+07:00`);

/** A clock that can be led forward to the next thing that happened, and ticks from there. Both readings move together. */
export class DemoTime implements Clock {
  readonly #startAt: number;
  readonly #origin = performance.now();
  #ledMs = 0;

  constructor(startAt: number) {
    this.#startAt = startAt;
  }

  now(): number {
    return Math.floor(this.#startAt + this.monotonic());
  }

  monotonic(): number {
    return performance.now() - this.#origin + this.#ledMs;
  }

  /** Never back: what was recorded keeps its order. */
  leadTo(instant: number): void {
    this.#ledMs += Math.max(0, instant - this.now());
  }
}
