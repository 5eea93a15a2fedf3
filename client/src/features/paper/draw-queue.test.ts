import { expect, test } from 'vitest';
import { DrawQueue } from './draw-queue.ts';

function pages(queue: DrawQueue) {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const add = (page: number) =>
    queue.add(page, () => {
      begun.push(page);
      return new Promise<void>((resolve) => ends.set(page, resolve));
    });
  const end = async (page: number) => {
    ends.get(page)?.();
    await new Promise((later) => setImmediate(later));
  };
  return { begun, add, end };
}

test('what is in view begins at once, its neighbours one after the other when nothing else is drawn', async () => {
  const queue = new DrawQueue();
  const { begun, add, end } = pages(queue);
  queue.look([4, 5]);
  for (const page of [4, 3, 5, 6]) add(page);
  expect(begun).toEqual([4, 5]);
  await end(4);
  expect(begun).toEqual([4, 5]);
  await end(5);
  expect(begun).toEqual([4, 5, 3]);
  await end(3);
  expect(begun).toEqual([4, 5, 3, 6]);
});

test('a neighbour that comes into view waits no longer, one that is gone is not drawn', async () => {
  const queue = new DrawQueue();
  const { begun, add, end } = pages(queue);
  queue.look([0]);
  add(0);
  const takeBack = add(1);
  add(2);
  takeBack();
  queue.look([2]);
  expect(begun).toEqual([0, 2]);
  await end(0);
  await end(2);
  expect(begun).toEqual([0, 2]);
});

test('a page that cannot be drawn does not keep the others waiting', async () => {
  const queue = new DrawQueue();
  const { begun, add } = pages(queue);
  queue.look([0]);
  queue.add(0, () => Promise.reject(new Error('broken')));
  add(1);
  await new Promise((later) => setImmediate(later));
  expect(begun).toEqual([1]);
});
