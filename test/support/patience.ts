import { vi } from 'vitest';

/** A machine that runs everything at once is late by seconds; a condition that never holds still fails. */
const PATIENCE_MS = 15_000;

const waitFor = vi.waitFor;
vi.waitFor = (condition, options = { timeout: PATIENCE_MS }) => waitFor(condition, options);
