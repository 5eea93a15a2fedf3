import { expect, test } from 'vitest';
import { GroupCommit } from './group-commit.ts';

/** Collects the groups; each commit ends when the test says so. */
function collecting(limit: number) {
  const groups: string[][] = [];
  const commits: (() => void)[] = [];
  let begun: () => void = () => {};
  const group = new GroupCommit<{ name: string; weight: number }>(async (take) => {
    groups.push(take().map(({ name }) => name));
    begun();
    await new Promise<void>((resolve) => commits.push(resolve));
  }, limit);
  return {
    groups,
    add: (name: string, weight = 1) => group.add({ name, weight }),
    nextCommit: () => new Promise<void>((resolve) => (begun = resolve)),
    finish: () => commits.shift()?.(),
  };
}

test('what arrives during a commit makes up the next group', async () => {
  const { groups, add, nextCommit, finish } = collecting(128);
  add('a');
  await nextCommit();
  add('b');
  add('c');
  finish();
  await nextCommit();
  expect(groups).toEqual([['a'], ['b', 'c']]);
});

test('a group takes no more than its limit, and a heavier job goes alone', async () => {
  const { groups, add, nextCommit, finish } = collecting(10);
  add('a', 6);
  add('b', 4);
  add('c', 1);
  add('d', 50);
  add('e', 1);
  for (let left = 4; left > 0; left--) {
    await nextCommit();
    finish();
  }
  expect(groups).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
});
