import type { Manifest } from './manifest.ts';

/** A file that stands for the database, or a part of it, in an archive. */
export interface DatabaseFile {
  /** Path inside the archive. */
  readonly path: string;
  /** Where it lies until it is in the archive. */
  readonly file: string;
}

/** The database of an installation as a backup sees it. */
export interface DatabaseSource {
  readonly engine: Manifest['engine'];
  /**
   * Writes all of it as of one moment into `folder`, without secrets, beside a server that goes on writing.
   * `migrations`: the steps it had taken then.
   */
  writeTo(folder: string): Promise<{ files: readonly DatabaseFile[]; migrations: readonly string[] }>;
}
