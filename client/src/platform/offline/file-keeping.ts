import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Seal } from './seal.ts';
import type { KeptFile } from './vault.ts';
import type { FileRow, VaultDatabase } from './vault-database.ts';
import { answered, VaultFailure } from './vault-failure.ts';

/** Of one file sealed and written at once: a few milliseconds, so that a pen on the screen is not held up. */
const pieceBytes = 1024 * 1024;

interface FileFacts {
  readonly name: string;
  readonly bytes: number;
}

export interface FileKeeping {
  put(name: string, bytes: Uint8Array): Promise<void>;
  open(name: string): Promise<KeptFile | null>;
  remove(name: string): Promise<void>;
  list(): Promise<readonly string[]>;
}

/** Files in sealed pieces. `confirmKey` runs inside the transaction that makes a file count. */
export function fileKeeping(
  database: VaultDatabase,
  vault: string,
  seal: Seal,
  confirmKey: () => Promise<void>,
): FileKeeping {
  const { files, pieces, keys } = database;
  const idOf = (name: string) => seal.name('file', name);
  const placeOf = (id: string, index: number, bytes: number) => `${id}/${index}/${bytes}`;
  const factsOf = (row: FileRow) =>
    JSON.parse(new TextDecoder().decode(seal.open(row.sealed, row.id))) as FileFacts;

  return {
    async put(name, bytes) {
      const id = idOf(name);
      if ((await answered(files.get(id))) !== undefined) return;
      for (let index = 0; index * pieceBytes < bytes.length; index += 1) {
        const piece = bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes);
        const sealed = seal.close(piece, placeOf(id, index, bytes.length));
        await answered(pieces.put({ file: id, index, vault, sealed }));
        await breath();
      }
      const facts: FileFacts = { name, bytes: bytes.length };
      const sealed = seal.close(utf8ToBytes(JSON.stringify(facts)), id);
      await answered(
        database.transaction('rw', keys, files, async () => {
          await confirmKey();
          await files.put({ id, vault, sealed });
        }),
      );
    },

    async open(name) {
      const id = idOf(name);
      const row = await answered(files.get(id));
      if (row === undefined) return null;
      const { bytes } = factsOf(row);
      return keptFile(bytes, async (index) => {
        const piece = await answered(pieces.get([id, index]));
        if (piece === undefined) throw new VaultFailure('erased');
        return seal.open(piece.sealed, placeOf(id, index, bytes));
      });
    },

    async remove(name) {
      const id = idOf(name);
      await answered(
        database.transaction('rw', files, pieces, async () => {
          await files.delete(id);
          await pieces.where('[file+index]').between([id, 0], [id, Number.POSITIVE_INFINITY]).delete();
        }),
      );
    },

    async list() {
      const rows = await answered(files.where('vault').equals(vault).toArray());
      return rows.map((row) => factsOf(row).name);
    },
  };
}

/** Neighbouring parts lie in the same piece: so many stay open. */
const openPieces = 4;

function keptFile(bytes: number, openPiece: (index: number) => Promise<Uint8Array>): KeptFile {
  const open = new Map<number, Promise<Uint8Array>>();
  function piece(index: number): Promise<Uint8Array> {
    const found = open.get(index) ?? openPiece(index);
    open.delete(index);
    open.set(index, found);
    const [oldest] = open.keys();
    if (open.size > openPieces && oldest !== undefined) open.delete(oldest);
    return found;
  }
  return {
    bytes,
    async part(begin, end) {
      const last = Math.min(end, bytes);
      const part = new Uint8Array(Math.max(0, last - begin));
      for (let at = begin; at < last; ) {
        const index = Math.floor(at / pieceBytes);
        const from = at - index * pieceBytes;
        const found = (await piece(index)).subarray(from, from + last - at);
        part.set(found, at - begin);
        at += found.length;
        await breath();
      }
      return part;
    },
  };
}

/** Lets the page draw and hear between two pieces. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
