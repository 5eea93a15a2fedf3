/**
 * What this device keeps for one person: encrypted at rest under a key of its own that is erased at sign-out, at
 * revocation and when the lease runs out. Another person on the same device has another vault and can read neither
 * this one's content nor its size.
 */
export interface Vault {
  readonly personId: string;
  /** Records of one kind. Writing resolves when it is durable on the device. */
  table<T>(name: string): VaultTable<T>;
  /** Files by a name that changes whenever the content does. A file is there whole or not at all. */
  putFile(name: string, bytes: Uint8Array): Promise<void>;
  file(name: string): Promise<Uint8Array | null>;
  /** A large file to be read in parts. */
  openFile(name: string): Promise<KeptFile | null>;
  removeFile(name: string): Promise<void>;
  files(): Promise<readonly string[]>;
  /** Destroys the key first, then everything that was kept under it. */
  erase(): Promise<void>;
}

export interface KeptFile {
  readonly bytes: number;
  /** The bytes from `begin` up to, not including, `end`. */
  part(begin: number, end: number): Promise<Uint8Array>;
}

export interface VaultTable<T> {
  get(key: string): Promise<T | null>;
  /** All, in the order of their keys. */
  entries(): Promise<readonly (readonly [key: string, value: T])[]>;
  put(key: string, value: T): Promise<void>;
  /** All or none. */
  putMany(entries: readonly (readonly [key: string, value: T])[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
