import { AsyncLocalStorage } from 'node:async_hooks';
import { NestedWriteError } from './failures.ts';

/**
 * Knows whether the running flow is inside a write. Without it a nested write would wait for a lock that
 * its own caller holds.
 */
export class WriteScope {
  readonly #current = new AsyncLocalStorage<{ open: boolean }>();

  /** @throws NestedWriteError inside an open scope of the same database. */
  refuseNested(): void {
    if (this.#current.getStore()?.open) throw new NestedWriteError();
  }

  /** Marks what `fn` starts as inside a write until it settles; what it left running afterwards is outside. */
  async run<T>(fn: () => T | Promise<T>): Promise<T> {
    const mark = { open: true };
    try {
      return await this.#current.run(mark, fn);
    } finally {
      mark.open = false;
    }
  }
}
