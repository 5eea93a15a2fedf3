import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Seal } from './seal.ts';
import type { VaultTable } from './vault.ts';
import type { RecordRow, VaultDatabase } from './vault-database.ts';
import { answered } from './vault-failure.ts';

type Entry<T> = readonly [key: string, value: T];

/** Records of one kind, sealed one by one. `confirmKey` runs inside every writing transaction. */
export function recordTable<T>(
  database: VaultDatabase,
  vault: string,
  seal: Seal,
  name: string,
  confirmKey: () => Promise<void>,
): VaultTable<T> {
  const { keys, records } = database;
  const group = seal.name('table', name);
  const idOf = (key: string) => seal.name('record', name, key);

  function rowOf([key, value]: Entry<T>): RecordRow {
    const id = idOf(key);
    return { id, vault, group, sealed: seal.close(utf8ToBytes(JSON.stringify([key, value])), id) };
  }

  const entryOf = ({ id, sealed }: RecordRow): Entry<T> =>
    JSON.parse(new TextDecoder().decode(seal.open(sealed, id)));

  async function putMany(entries: readonly Entry<T>[]): Promise<void> {
    const rows = entries.map(rowOf);
    await answered(
      database.transaction('rw', keys, records, async () => {
        // Asked together: what is refused takes what was written along, and a stroke waits for one answer less.
        await Promise.all([confirmKey(), records.bulkPut(rows)]);
      }),
    );
  }

  return {
    putMany,
    put: (key, value) => putMany([[key, value]]),
    async get(key) {
      const row = await answered(records.get(idOf(key)));
      return row === undefined ? null : entryOf(row)[1];
    },
    async entries() {
      const rows = await answered(records.where('group').equals(group).toArray());
      return rows.map(entryOf).sort(([a], [b]) => (a < b ? -1 : 1));
    },
    remove: (removed) => answered(records.bulkDelete(removed.map(idOf))),
  };
}
