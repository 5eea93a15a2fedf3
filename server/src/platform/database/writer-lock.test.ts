import { expect, test } from 'vitest';
import { WriterLock } from './writer-lock.ts';

test('who waits urgently goes first, and each kind in its own order', async () => {
  const lock = new WriterLock();
  const order: string[] = [];
  await lock.acquire('ordinary');
  const waiting = (['a', 'b', 'A', 'B'] as const).map(async (name) => {
    await lock.acquire(name === name.toUpperCase() ? 'urgent' : 'ordinary');
    order.push(name);
    lock.release();
  });
  lock.release();
  await Promise.all(waiting);
  expect(order).toEqual(['A', 'B', 'a', 'b']);
});

test('only one holds it at a time', async () => {
  const lock = new WriterLock();
  let holders = 0;
  await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      await lock.acquire(index % 3 === 0 ? 'urgent' : 'ordinary');
      holders += 1;
      await Promise.resolve();
      expect(holders).toBe(1);
      holders -= 1;
      lock.release();
    }),
  );
  await lock.acquire('ordinary');
});
