import { describe, expect, test } from 'vitest';
import { actor, item, paper, published } from './fixtures.ts';
import { type PackContents, projectPack } from './project-pack.ts';
import { given } from './spec.ts';

const record = published({
  items: [
    item('i1'),
    item('secret', { openTo: ['m1', 'clerk'], title: 'Công tác cán bộ' }),
    item('below', { parentId: 'i1' }),
    item('gone'),
  ],
  papers: [
    paper('p1', 'i1'),
    paper('p2', 'i1'),
    paper('p3', 'i1'),
    paper('ps', 'secret'),
    paper('pb', 'below'),
    paper('pg', 'gone'),
  ],
});
const { state } = given(
  record,
  { type: 'PaperWithdrawn', paper: 'p1', reason: 'x' },
  { type: 'ItemWithdrawn', item: 'gone', reason: 'x', consent: 'x' },
);
const packOf = (person: string) => projectPack(state, 'm', actor(person));
const addresses = (pack: PackContents | null) =>
  pack?.items.flatMap(({ number, content }) =>
    (content?.papers ?? []).map((held) => `${number}/${held.number} ${held.id}`),
  );

describe('a meeting pack', () => {
  test('[P9] a paper keeps its number when the one before it is withdrawn', () => {
    expect(addresses(packOf('m2'))).toEqual(['1/2 p2', '1/3 p3', '1.1/1 pb']);
  });

  test('[P10] holds a restricted item for those on its list alone, whatever their standing', () => {
    expect(addresses(packOf('m1'))).toContain('2/1 ps');
    for (const person of ['clerk2', 'm2', 'guest']) {
      const pack = packOf(person);
      expect(pack?.items.find(({ number }) => number === '2')).toEqual({
        id: 'secret',
        number: '2',
        isBelow: false,
        content: null,
      });
      expect(JSON.stringify(pack)).not.toMatch(/ps|cán bộ/);
    }
  });

  test('[P10] names a withdrawn item without its papers', () => {
    const gone = packOf('m1')?.items.find(({ id }) => id === 'gone');
    expect(gone?.content).toMatchObject({ isWithdrawn: true, papers: [] });
  });

  test('[P10] is none for whoever has no part in the meeting', () => {
    expect(packOf('stranger')).toBeNull();
  });
});
