import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { leaseMs } from './lease.ts';
import { Vaults } from './sealed-vault.ts';

const canary = 'CANARY-7f3a-Điều chỉnh quy hoạch';
let name: string;
let count = 0;
let time: { wall: number; run: number };
const clock = { now: () => time.wall, run: () => time.run };
const endsAt = () => time.wall + 12 * 3_600_000;
const vaults = () => new Vaults(name, clock);

beforeEach(() => {
  count += 1;
  name = `vault-test-${count}`;
  time = { wall: 1_000_000_000_000, run: 0 };
});

/** Everything the database holds, as one text: what a search through the browser's profile would see. */
async function everythingStored(): Promise<string> {
  const database = await new Dexie(name).open();
  const parts: string[] = [];
  for (const table of database.tables) {
    for (const row of await table.toArray()) {
      for (const value of Object.values(row))
        parts.push(value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value));
    }
  }
  database.close();
  return parts.join('\n');
}

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31) % 256);

describe('[O1] what is kept is sealed', () => {
  test('records come back, in the order of their keys, also to a new page', async () => {
    const table = (await vaults().open('an')).table<{ text: string }>('notes');
    await table.putMany([
      ['b', { text: canary }],
      ['a', { text: 'first' }],
    ]);
    await table.remove(['gone']);
    const again = (await vaults().open('an')).table<{ text: string }>('notes');
    expect(await again.entries()).toEqual([
      ['a', { text: 'first' }],
      ['b', { text: canary }],
    ]);
    expect(await again.get('b')).toEqual({ text: canary });
    expect(await again.get('c')).toBeNull();
    expect(await (await vaults().open('an')).table('outbox').entries()).toEqual([]);
  });

  test('neither content nor the names of tables, records and files can be read from the storage', async () => {
    const vault = await vaults().open('an');
    await vault.table('notes-table').put('key-of-record', { text: canary });
    await vault.putFile('sha-of-file', new TextEncoder().encode(canary));
    const stored = await everythingStored();
    for (const word of [canary, 'CANARY', 'notes-table', 'key-of-record', 'sha-of-file'])
      expect(stored).not.toContain(word);
  });

  test('a file of several pieces comes back whole, and goes whole', async () => {
    const vault = await vaults().open('an');
    const bytes = bytesOf(2_500_000);
    await vault.putFile('one', bytes);
    await vault.putFile('two', new Uint8Array(0));
    expect(await vault.file('one')).toEqual(bytes);
    expect(await vault.file('two')).toEqual(new Uint8Array(0));
    expect((await vault.files()).toSorted()).toEqual(['one', 'two']);
    await vault.removeFile('one');
    expect(await vault.file('one')).toBeNull();
    expect(await vault.files()).toEqual(['two']);
  });

  test('a record moved to the place of another does not open', async () => {
    const table = (await vaults().open('an')).table('notes');
    await table.put('a', 1);
    await table.put('b', 2);
    const database = await new Dexie(name).open();
    const [one, other] = await database.table('records').toArray();
    await database.table('records').put({ ...one, sealed: other.sealed });
    database.close();
    await expect(table.entries()).rejects.toThrow();
  });
});

describe('[O2] persons on one device are apart', () => {
  test('another person finds nothing, also under the same names', async () => {
    const device = vaults();
    const an = await device.open('an');
    await an.table('notes').put('k', canary);
    await an.putFile('sha', bytesOf(10));
    const binh = await device.open('binh');
    expect(await binh.table('notes').entries()).toEqual([]);
    expect(await binh.table('notes').get('k')).toBeNull();
    expect(await binh.file('sha')).toBeNull();
    expect(await binh.files()).toEqual([]);
    expect(await an.table('notes').get('k')).toBe(canary);
  });

  test('erasing takes the key and everything of that person, and nothing of the other', async () => {
    const device = vaults();
    const [an, binh] = [await device.open('an'), await device.open('binh')];
    await an.table('notes').put('k', canary);
    await an.putFile('sha', bytesOf(3_000_000));
    await binh.table('notes').put('k', 'stays');
    await device.confirm('an', endsAt());
    await an.erase();
    expect(await device.holder()).toBeNull();
    const database = await new Dexie(name).open();
    expect(await database.table('keys').toCollection().primaryKeys()).toEqual(['binh']);
    expect(await database.table('pieces').count()).toBe(0);
    expect(await database.table('records').count()).toBe(1);
    database.close();
    expect(await binh.table('notes').get('k')).toBe('stays');
    expect(await (await device.open('an')).table('notes').entries()).toEqual([]);
  });

  test('a page that still holds an erased vault neither writes nor reads', async () => {
    const before = await vaults().open('an');
    await before.table('notes').put('k', canary);
    await vaults().erase('an');
    await expect(before.table('notes').put('k', canary)).rejects.toMatchObject({ reason: 'erased' });
    await expect(before.putFile('sha', bytesOf(5))).rejects.toMatchObject({ reason: 'erased' });
    await expect(before.table('notes').get('k')).rejects.toMatchObject({ reason: 'erased' });
  });

  test('what an interrupted erasure left is swept by the next page', async () => {
    const an = await vaults().open('an');
    await an.table('notes').put('k', canary);
    const database = await new Dexie(name).open();
    await database.table('keys').delete('an');
    await vaults().open('binh');
    await expect.poll(() => database.table('records').count()).toBe(0);
    database.close();
  });

  test('the next person takes over; after signing out nobody is taken to be signed in', async () => {
    const device = vaults();
    const an = await device.open('an');
    await device.confirm('an', endsAt());
    await an.table('notes').put('k', canary);
    await device.confirm('binh', endsAt());
    expect(await device.holder()).toBe('binh');
    await device.erase('binh');
    expect(await device.holder()).toBeNull();
    // Kept for its owner alone, who has not signed out.
    expect(await (await vaults().open('an')).table('notes').get('k')).toBe(canary);
  });
});

describe('[O3] the lease', () => {
  test('72 hours without contact lock, contact opens', async () => {
    await (await vaults().open('an')).table('notes').put('k', canary);
    time.wall += leaseMs;
    await vaults().open('an');
    time.wall += 1;
    const device = vaults();
    await expect(device.open('an')).rejects.toMatchObject({ reason: 'locked' });
    await device.confirm('an', endsAt());
    expect(await (await device.open('an')).table('notes').get('k')).toBe(canary);
  });

  test('a page left open locks too, also when the clock is held back', async () => {
    const notes = (await vaults().open('an')).table('notes');
    await notes.put('k', canary);
    time.wall -= leaseMs;
    time.run += leaseMs + 1;
    await expect(notes.get('k')).rejects.toMatchObject({ reason: 'locked' });
  });

  test('a clock set back gives no time back', async () => {
    time.wall += leaseMs - 1_000;
    const start = time.wall - leaseMs + 1_000;
    time.wall = start;
    await vaults().open('an');
    time.wall = start + leaseMs - 1_000;
    await vaults().open('an');
    time.wall = start;
    const page = vaults();
    const vault = await page.open('an');
    time.run += 1_001;
    await expect(vault.files()).rejects.toMatchObject({ reason: 'locked' });
  });

  test("another's vault is erased once its lease has run out", async () => {
    await (await vaults().open('an')).table('notes').put('k', canary);
    time.wall += leaseMs + 1;
    await vaults().confirm('binh', endsAt());
    const database = await new Dexie(name).open();
    expect(await database.table('records').count()).toBe(0);
    expect(await database.table('keys').toCollection().primaryKeys()).toEqual(['binh']);
    database.close();
  });
});

describe('[O4] the server says that nobody is signed in', () => {
  const minute = 60_000;

  async function afterwards(minutes: number) {
    const device = vaults();
    await device.confirm('an', endsAt());
    await (await device.open('an')).table('notes').put('k', canary);
    time.wall += minutes * minute;
    await device.signedOut();
    expect(await device.holder()).toBeNull();
    await device.confirm('an', endsAt());
    return (await device.open('an')).table('notes').get('k');
  }

  test('soon after contact: it was taken away, and everything is erased', async () => {
    expect(await afterwards(10)).toBeNull();
  });

  test('an hour or twelve later: it ran out, and its owner finds everything again', async () => {
    expect(await afterwards(61)).toBe(canary);
    expect(await afterwards(13 * 60)).toBe(canary);
  });

  test('contact that this page had since counts', async () => {
    const device = vaults();
    await device.confirm('an', endsAt());
    await (await device.open('an')).table('notes').put('k', canary);
    time.wall += 90 * minute;
    await device.signedOut(time.wall - minute);
    expect(await (await vaults().open('an')).table('notes').get('k')).toBeNull();
  });
});

test('a large file is read in parts', async () => {
  const vault = await vaults().open('an');
  const bytes = bytesOf(2_500_000);
  await vault.putFile('one', bytes);
  const file = await vault.openFile('one');
  expect(file?.bytes).toBe(bytes.length);
  for (const [begin, end] of [
    [0, 10],
    [1_048_570, 1_048_590],
    [2_499_990, 2_600_000],
  ] as const)
    expect(await file?.part(begin, end)).toEqual(bytes.subarray(begin, end));
  expect(await vault.openFile('two')).toBeNull();
});

describe('a browser that keeps nothing', () => {
  test('says so, also when it never answers', async () => {
    const { indexedDB } = Dexie.dependencies;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    Dexie.dependencies.indexedDB = { open: () => ({}) } as unknown as IDBFactory;
    try {
      const opening = vaults().open('an');
      const refusal = expect(opening).rejects.toMatchObject({ reason: 'unavailable' });
      await vi.advanceTimersByTimeAsync(10_000);
      await refusal;
    } finally {
      Dexie.dependencies.indexedDB = indexedDB;
      vi.useRealTimers();
    }
  });
});
