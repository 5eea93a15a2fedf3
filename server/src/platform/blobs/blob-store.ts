import type { Readable } from 'node:stream';

export interface StoredBlob {
  /** SHA-256 of the bytes, 64 hexadecimal digits: the blob's only name. */
  readonly sha256: string;
  readonly bytes: number;
}

/** First and last byte, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Bytes that arrived whole and wait for a verdict. Nobody finds them in the store yet. */
export interface StagedBlob extends StoredBlob {
  /** Where they lie until then, to be read by whoever examines them. */
  readonly file: string;
  /** Puts them into the store; on return they survive a power cut. Bytes already there are replaced by the same. */
  keep(): Promise<void>;
  /** Removes them; after `keep` it does nothing. */
  discard(): Promise<void>;
}

export interface BlobReading {
  /** Null when the store does not hold these bytes. */
  stat(sha256: string): Promise<StoredBlob | null>;
  /** The bytes, or a part of them. @throws BlobMissingError when the store does not hold them. */
  open(sha256: string, range?: ByteRange): Promise<Readable>;
  /** Everything in the store, in no order. */
  list(): AsyncIterable<StoredBlob>;
}

/** Bytes by their hash: what was stored once never changes, and equal bytes are stored once. */
export interface BlobStore extends BlobReading {
  /** Takes bytes until they end. When the source or the disk fails, nothing stays behind. */
  stage(source: AsyncIterable<Uint8Array>): Promise<StagedBlob>;
  /** `stage` and `keep` in one. */
  put(source: AsyncIterable<Uint8Array>): Promise<StoredBlob>;
}

/** A row names bytes that the store does not hold: the data folder is damaged or incomplete. */
export class BlobMissingError extends Error {
  override readonly name = 'BlobMissingError';

  constructor(sha256: string) {
    super(`The stored file ${sha256} is missing from the data folder.`);
  }
}
