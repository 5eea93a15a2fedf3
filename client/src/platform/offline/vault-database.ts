import { Dexie, type Table } from 'dexie';
import type { Lease } from './lease.ts';

/** One vault: whose, and the key under which everything in it stands. */
export interface KeyRow extends Lease {
  readonly person: string;
  /** Random: rows say which vault they belong to and nothing of its owner. */
  readonly vault: string;
  readonly key: Uint8Array;
  /** When the sign-in that the server last confirmed ends by itself. */
  readonly signInEndsAt: number;
}

export interface RecordRow {
  readonly id: string;
  readonly vault: string;
  readonly group: string;
  readonly sealed: Uint8Array;
}

/** A file is there when its row is: the row is written after the last of its pieces. */
export interface FileRow {
  readonly id: string;
  readonly vault: string;
  readonly sealed: Uint8Array;
}

export interface PieceRow {
  readonly file: string;
  readonly index: number;
  readonly vault: string;
  readonly sealed: Uint8Array;
}

/** One row: whom this device takes to be signed in while the server cannot be reached. */
export interface HolderRow {
  readonly id: 'holder';
  readonly person: string;
}

export class VaultDatabase extends Dexie {
  declare readonly keys: Table<KeyRow, string>;
  declare readonly holder: Table<HolderRow, string>;
  declare readonly records: Table<RecordRow, string>;
  declare readonly files: Table<FileRow, string>;
  declare readonly pieces: Table<PieceRow, [file: string, index: number]>;

  constructor(name: string) {
    // Strict: a write that was confirmed survives the power going off.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      keys: 'person',
      holder: 'id',
      records: 'id, vault, group',
      files: 'id, vault',
      pieces: '[file+index], vault',
    });
  }
}
