/**
 * The turn to use the one writing connection. The event log goes before feature writes that wait;
 * nobody is interrupted.
 */
export class WriterLock {
  #held = false;
  readonly #urgent: (() => void)[] = [];
  readonly #ordinary: (() => void)[] = [];

  /** Resolves when the turn is the caller's; `release` must follow. */
  acquire(urgency: 'urgent' | 'ordinary'): Promise<void> {
    if (!this.#held) {
      this.#held = true;
      return Promise.resolve();
    }
    const queue = urgency === 'urgent' ? this.#urgent : this.#ordinary;
    return new Promise((resolve) => {
      queue.push(resolve);
    });
  }

  /** Hands the turn to the next in the queue without a gap in which a third could take it. */
  release(): void {
    const next = this.#urgent.shift() ?? this.#ordinary.shift();
    if (next) next();
    else this.#held = false;
  }
}
