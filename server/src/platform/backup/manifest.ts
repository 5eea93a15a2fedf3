import { z } from 'zod';

/** Paths inside the archive. Nothing else may be in one: a path never leads out of the staging folder. */
export const CHECKPOINTS = 'checkpoints/checkpoints.jsonl';
export const MANIFEST = 'manifest.json';
export const SQLITE_FILE = 'database/hopso.db';
const TABLE_FILE = /^database\/[a-z_]+\.ndjson$/;
const BLOB_FILE = /^blobs\/[0-9a-f]{64}$/;

export const tableFile = (table: string) => `database/${table}.ndjson`;
export const blobFile = (sha256: string) => `blobs/${sha256}`;
export const isBlobFile = (path: string) => BLOB_FILE.test(path);

export function isArchivePath(path: string): boolean {
  if (path === CHECKPOINTS || path === MANIFEST || path === SQLITE_FILE) return true;
  return TABLE_FILE.test(path) || BLOB_FILE.test(path);
}

const fileSchema = z.strictObject({
  path: z.string().refine((path) => isArchivePath(path) && path !== MANIFEST),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** One file of the archive as it was written. */
export type ArchivedFile = z.output<typeof fileSchema>;

export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** Version of the product that made the backup. */
  version: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  /** Epoch milliseconds. */
  createdAt: z.int(),
  /** Names of the migrations the database had taken, in order. */
  migrations: z.array(z.string()),
  /** Every other file, in the order of the archive. */
  files: z.array(fileSchema),
});

/** The last entry of an archive: what it is, and what must be in it. An archive without it was cut off. */
export type Manifest = z.output<typeof manifestSchema>;
