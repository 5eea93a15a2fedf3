import type { Q, Schema } from '#platform/database';
import type { Manifest } from './manifest.ts';

/** Written into the restored database before anybody else sees it. */
export type Declare = (q: Q, t: Schema) => Promise<void>;

/** Where the database of a backup goes. */
export interface DatabaseTarget {
  readonly engine: Manifest['engine'];
  /** @throws TargetNotEmptyError when the database is somewhere else than the data folder and holds data. */
  checkEmpty(manifest: Manifest): Promise<void>;
  /**
   * Makes the unpacked database one of this version of the product. `folder` holds the files of the archive by
   * their names; on return only what belongs into the data folder is left in it. `swap` puts the data folder in
   * order; when it fails, so does the restore, as a whole.
   */
  restore(folder: string, manifest: Manifest, declare: Declare, swap: () => Promise<void>): Promise<void>;
}
