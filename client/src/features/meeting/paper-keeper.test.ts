import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openVault } from '#platform/offline';
import {
  type Fetched,
  type KeepingState,
  nothingKept,
  PaperKeeper,
  type PaperToKeep,
} from './paper-keeper.ts';

let persons = 0;
const bytes = (text: string) => new TextEncoder().encode(text);

async function device(answers: { [paper: string]: Fetched | 'offline' }) {
  persons += 1;
  const vault = await openVault(`person-${persons}`);
  const asked: string[] = [];
  let state: KeepingState = nothingKept;
  const keeper = new PaperKeeper({
    vault,
    nameOf: ({ id, version }) => `${id}/${version}`,
    fetchPaper: async (_, { id }) => {
      asked.push(id);
      const answer = answers[id] ?? 'refused';
      if (answer === 'offline') throw new Error('offline');
      return answer;
    },
    quiet: async () => {},
    onKept: () => {},
    onChange: (next) => {
      state = next;
    },
  });
  return { vault, keeper, asked, answers, state: () => state };
}

const paper = (id: string, version = 1): PaperToKeep => ({ id, version });

test('[O6] every paper comes once, and is said to be here only then', async () => {
  const { vault, keeper, asked, state } = await device({ a: bytes('A'), b: bytes('B') });
  await keeper.keep('m', [paper('a'), paper('b')]);
  await keeper.keep('m', [paper('a'), paper('b')]);
  expect(asked).toEqual(['a', 'b']);
  expect([state().kept, state().total, state().trouble]).toEqual([2, 2, null]);
  expect(await vault.file('a/1')).toEqual(bytes('A'));
});

test('[O6] the words of a paper leave with it, whatever version they are of', async () => {
  const { vault, keeper } = await device({ a: bytes('A'), b: bytes('B') });
  const words = vault.table<string>('paper-text');
  const keys = async () => (await words.entries()).map(([key]) => key);
  for (const key of ['m/a/1', 'm/a/2', 'm/b/1', 'other/b/1']) await words.put(key, 'chữ');
  await keeper.keep('m', [paper('a', 2), paper('b')]);
  expect(await keys()).toEqual(['m/a/1', 'm/a/2', 'm/b/1', 'other/b/1']);
  await keeper.keep('m', [paper('b')]);
  expect(await keys()).toEqual(['m/b/1', 'other/b/1']);
});

test('[O6] an interrupted download goes on with the next file', async () => {
  const { keeper, asked, answers, state } = await device({ a: bytes('A'), b: 'offline' });
  await keeper.keep('m', [paper('a'), paper('b'), paper('c')]);
  expect([state().kept, state().trouble]).toEqual([1, 'network']);
  expect([...state().papers.values()]).toEqual(['kept', 'failed', 'waiting']);
  answers.b = bytes('B');
  answers.c = bytes('C');
  await keeper.keep('m', [paper('a'), paper('b'), paper('c')]);
  expect(asked).toEqual(['a', 'b', 'b', 'c']);
  expect(state().kept).toBe(3);
});

test('[O6] withdrawn papers and old versions are removed, those of other meetings stay', async () => {
  const { vault, keeper } = await device({ a: bytes('A'), b: bytes('B'), x: bytes('X') });
  await keeper.keep('other', [paper('x')]);
  await keeper.keep('m', [paper('a'), paper('b')]);
  await keeper.keep('m', [paper('a', 2)]);
  expect((await vault.files()).toSorted()).toEqual(['a/2', 'x/1']);
  await keeper.forgetAllBut(new Set(['m']));
  expect(await vault.files()).toEqual(['a/2']);
});

test('[O7] what the server says is not to be stored is not, and not counted', async () => {
  const { vault, keeper, state } = await device({ a: bytes('A'), secret: 'online' });
  await keeper.keep('m', [paper('secret'), paper('a')]);
  expect([state().kept, state().total, state().papers.get('secret')]).toEqual([1, 1, 'online']);
  expect(await vault.files()).toEqual(['a/1']);
});

test('a device without room says so', async () => {
  const { vault, keeper, state } = await device({ a: bytes('A') });
  await vault.erase();
  await keeper.keep('m', [paper('a')]);
  expect([state().kept, state().trouble]).toEqual([0, 'device']);
});
