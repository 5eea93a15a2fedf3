import type { Db } from '#platform/database';

/** What every change of the organisation needs. */
export interface Changes {
  readonly db: Db;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}
