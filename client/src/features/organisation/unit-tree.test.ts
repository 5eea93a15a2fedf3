import type { Unit } from '@hopso/shared/organisation';
import { expect, test } from 'vitest';
import { findUnits, type UnitBranch, unitLabels, unitTree } from './unit-tree.ts';

const unit = (id: string, parentId: string | null, name = id): Unit => ({
  id,
  code: `80.${id}`,
  name,
  level: 'agency',
  parentId,
  validFrom: '1989-07-01',
  validTo: null,
});

const drawn = (branches: readonly UnitBranch[]): string =>
  branches
    .map(({ unit: { id }, children }) => (children.length === 0 ? id : `${id}(${drawn(children)})`))
    .join(' ');

test('each unit stands under its own, in the order given', () => {
  expect(drawn(unitTree([unit('a', null), unit('c', 'a'), unit('b', 'a'), unit('d', 'b')]))).toBe(
    'a(c b(d))',
  );
});

test('a unit whose superior has ended stands at the top', () => {
  expect(drawn(unitTree([unit('b', 'gone'), unit('a', null)]))).toBe('b a');
});

test('units are found without marks, by name or code', () => {
  const units = [unit('1', null, 'UBND huyện Đức Hòa'), unit('2', null, 'Sở Nội vụ')];
  const found = (search: string) => findUnits(units, search).map(({ id }) => id);
  expect(found('duc hoa')).toEqual(['1']);
  expect(found('hòa huyen')).toEqual(['1']);
  expect(found('80.2')).toEqual(['2']);
  expect(found('')).toEqual(['1', '2']);
});

test('units that are called alike are told apart by the one above', () => {
  const units = [
    unit('a', null, 'Huyện A'),
    unit('b', null, 'Huyện B'),
    unit('x', 'a', 'Xã Tân Lập'),
    unit('y', 'b', 'Xã Tân Lập'),
  ];
  expect([...unitLabels(units).values()]).toEqual([
    'Huyện A',
    'Huyện B',
    'Xã Tân Lập – Huyện A',
    'Xã Tân Lập – Huyện B',
  ]);
});
