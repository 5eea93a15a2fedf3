import { randomUUID } from 'node:crypto';
import type { Vault, VaultTable } from '@hopso/client/vault';

export interface MemoryVault extends Pick<Vault, 'table'> {
  /** Names the browser it is in. */
  readonly browser: string;
  /** What every write waits for; throws to make it fail. */
  beforeWrite: () => Promise<void>;
}

/** A vault that lives as long as its object: two stores on it are two tabs of one browser. */
export function memoryVault(): MemoryVault {
  const tables = new Map<string, Map<string, string>>();
  const vault: MemoryVault = {
    browser: randomUUID(),
    beforeWrite: async () => {},
    table<T>(name: string): VaultTable<T> {
      const rows = tables.get(name) ?? new Map<string, string>();
      tables.set(name, rows);
      const putMany = async (entries: readonly (readonly [string, T])[]) => {
        await vault.beforeWrite();
        for (const [key, value] of entries) rows.set(key, JSON.stringify(value));
      };
      return {
        putMany,
        put: (key, value) => putMany([[key, value]]),
        get: async (key) => {
          const row = rows.get(key);
          return row === undefined ? null : JSON.parse(row);
        },
        entries: async () => {
          const entries = [...rows].map(([key, row]): [string, T] => [key, JSON.parse(row)]);
          return entries.sort(([a], [b]) => (a < b ? -1 : 1));
        },
        remove: async (keys) => {
          for (const key of keys) rows.delete(key);
        },
      };
    },
  };
  return vault;
}
