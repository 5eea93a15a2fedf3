import { vi } from 'vitest';

/** Longer than anything takes that a person would wait for, on a machine that does much else meanwhile. */
const PATIENCE_MS = 10_000;

/** Tries until it holds; what it throws last is the failure. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE_MS, interval: 10 });
}
