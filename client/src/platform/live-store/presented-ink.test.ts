import { describe, expect, test } from 'vitest';
import { inkKey, inkOf, withLayer, withPart } from './presented-ink.ts';

const stroke = (id: string, xs: readonly number[]) => ({
  id,
  page: 2,
  isPressureMeasured: true,
  points: xs.map((x): [number, number, number] => [x, 10, 0.5]),
});
const on = { meeting: 'm', paper: 'p', version: 1 };
const key = inkKey('p', 1);

describe('[X21] [X23] a layer on a device', () => {
  test('grows by pieces, each once', () => {
    const first = withPart({}, { ...on, stroke: stroke('a', [1, 2]), from: 0 });
    const second = withPart(first, { ...on, stroke: stroke('a', [3]), from: 2 });
    expect(second[key]?.strokes).toEqual([stroke('a', [1, 2, 3])]);
    expect(withPart(second, { ...on, stroke: stroke('a', [3]), from: 2 })).toEqual(second);
    const other = withPart(second, { ...on, stroke: stroke('b', [9]), from: 0 });
    expect(other[key]?.strokes.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('takes no piece whose beginning is missing', () => {
    expect(withPart({}, { ...on, stroke: stroke('a', [3]), from: 2 })).toEqual({});
  });

  test('is replaced as a whole, and gone when nothing is in it', () => {
    const known = inkOf([
      { ...on, strokes: [stroke('a', [1])] },
      { ...on, version: 2, strokes: [stroke('b', [1])] },
    ]);
    expect(withLayer(known, { ...on, strokes: [stroke('c', [1])] })[key]?.strokes).toEqual([
      stroke('c', [1]),
    ]);
    expect(Object.keys(withLayer(known, { ...on, strokes: [] }))).toEqual([inkKey('p', 2)]);
  });
});
