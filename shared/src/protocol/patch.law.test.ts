import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { applyPatch, diff, type Patch } from './patch.ts';

// A law is tried many times; a busy machine takes longer over it than over a rule.
vi.setConfig({ testTimeout: 30_000 });

type Tree = { [key: string]: unknown };

/** A patch as it arrives: through JSON. */
const sent = (patch: Patch): Patch => JSON.parse(JSON.stringify(patch)) as Patch;
const arrivesAs = (before: unknown, after: unknown): unknown => {
  const patch = diff(before, after);
  return patch === null ? before : applyPatch(before, sent(patch));
};

/** Few keys, so that trees share them; and some that every object inherits. */
const key = fc.constantFrom('a', 'b', 'c', 'd', 'toString', 'hasOwnProperty', 'length', 'valueOf');
const { tree } = fc.letrec<{ value: unknown; tree: Tree }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.constantFrom<unknown>(null, true, 0, 1, '', 'x'),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('tree'),
  ),
  tree: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }) as fc.Arbitrary<Tree>,
}));

describe('[X4] the patch between two trees brings one to the other', () => {
  test('whatever the trees', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        expect(arrivesAs(a, b)).toStrictEqual(b);
      }),
      { numRuns: 2_000 },
    );
  });

  test('step by step along a history', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 2, maxLength: 12 }), ([first, ...rest]) => {
        let held: unknown = first;
        let last: unknown = first;
        for (const next of rest) {
          const patch = diff(last, next);
          if (patch !== null) held = applyPatch(held, sent(patch));
          last = next;
        }
        expect(held).toStrictEqual(last);
      }),
    );
  });

  test('equal trees need none, and nothing is changed in place', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        expect(diff(a, structuredClone(a))).toBeNull();
        const before = JSON.stringify([a, b]);
        arrivesAs(a, b);
        expect(JSON.stringify([a, b])).toBe(before);
      }),
    );
  });

  test.each<[string, Tree, Tree, Patch]>([
    ['a deletion deep inside', { a: { b: { c: 1, d: 2 } } }, { a: { b: { d: 2 } } }, { a: { b: { c: [] } } }],
    ['a value that becomes null', { a: 1 }, { a: null }, { a: [null] }],
    ['null that becomes a tree', { a: null }, { a: { b: 1 } }, { a: [{ b: 1 }] }],
    ['a tree that becomes an array', { a: { b: 1 } }, { a: [1] }, { a: [[1]] }],
    ['an array that becomes empty', { a: [1, 2] }, { a: [] }, { a: [[]] }],
    ['a tree that becomes empty', { a: { b: 1 } }, { a: {} }, { a: { b: [] } }],
    ['an order that changes', { order: ['x', 'y'] }, { order: ['y', 'x'] }, { order: [['y', 'x']] }],
  ])('[X3] %s', (_, before, after, patch) => {
    expect(diff(before, after)).toEqual(patch);
    expect(applyPatch(before, patch)).toEqual(after);
  });

  test('[X3] a field without a value is a field that is not there', () => {
    expect(diff({ a: 1, b: undefined }, { a: 1 })).toBeNull();
    expect(diff({ a: 1 }, { a: undefined })).toEqual({ a: [] });
  });
});

describe('[X5] a patch is data, never a program', () => {
  const hostile = ['__proto__', 'constructor', 'prototype'];

  test.each(hostile)('%s reaches nothing', (reserved) => {
    const patch = JSON.parse(`{"${reserved}": {"polluted": [true]}, "a": [1]}`) as Patch;
    const after = applyPatch<Tree>({}, patch);
    expect(after).toStrictEqual({ a: 1 });
    expect('polluted' in {}).toBe(false);
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
  });

  test.each(hostile)('%s is not sent either', (reserved) => {
    const after = JSON.parse(`{"${reserved}": {"polluted": true}, "a": 1}`) as Tree;
    const patch = diff({}, after);
    expect(patch).toStrictEqual({ a: [1] });
    expect(Object.getPrototypeOf(patch)).toBe(Object.prototype);
    expect(diff(after, { a: 1 })).toBeNull();
  });

  test('what every object inherits is not taken for a field', () => {
    const patch = JSON.parse('{"toString": {"a": [1]}}') as Patch;
    expect(applyPatch<Tree>({}, patch)).toStrictEqual({ toString: { a: 1 } });
    expect(diff({ toString: 1 }, {})).toStrictEqual({ toString: [] });
  });
});

test('[X3] untouched parts keep their identity, so a screen redraws only what changed', () => {
  const before = { items: { a: { title: 'A' }, b: { title: 'B' } }, order: ['a', 'b'] };
  const after = applyPatch(before, { items: { a: { title: ['A2'] } } });
  expect(after.items.b).toBe(before.items.b);
  expect(after.order).toBe(before.order);
  expect(after.items.a).toEqual({ title: 'A2' });
  expect(before.items.a).toEqual({ title: 'A' });
});
