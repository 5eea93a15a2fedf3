import type { Json } from '#kernel';

/**
 * A change of a JSON tree, made for views: `[value]` replaces, `[]` deletes, an object descends.
 * Arrays are values and are replaced whole, so order arrays stay consistent.
 */
export type Patch = readonly [] | readonly [Json] | { readonly [key: string]: Patch };

type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that reach an object's prototype. No view has them; a patch never carries them. */
const isReserved = (key: string): boolean =>
  key === '__proto__' || key === 'constructor' || key === 'prototype';

/** What the tree itself holds under the key; never what every object inherits. */
const own = (tree: Tree, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined);

/**
 * What turns `before` into `after`, or null when they are equal.
 * Unchanged entities keep their identity between projections, so equal references are not descended into.
 */
export function diff(before: unknown, after: unknown): Patch | null {
  if (Object.is(before, after)) return null;
  if (isTree(before) && isTree(after)) return diffTrees(before, after);
  if (Array.isArray(before) && Array.isArray(after) && sameArray(before, after)) return null;
  return [after as Json];
}

function diffTrees(before: Tree, after: Tree): Patch | null {
  const patch: { [key: string]: Patch } = {};
  let changed = false;
  for (const key of Object.keys(after)) {
    const value = after[key];
    if (value === undefined || isReserved(key)) continue;
    const was = own(before, key);
    const part: Patch | null = was === undefined ? [value as Json] : diff(was, value);
    if (part === null) continue;
    patch[key] = part;
    changed = true;
  }
  for (const key of Object.keys(before)) {
    if (before[key] === undefined || own(after, key) !== undefined || isReserved(key)) continue;
    patch[key] = [];
    changed = true;
  }
  return changed ? patch : null;
}

function sameArray(before: readonly unknown[], after: readonly unknown[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((value, index) => diff(value, after[index]) === null);
}

/**
 * The tree after the change. Untouched parts keep their identity, so a screen redraws only what changed.
 * A key that would reach an object's prototype is ignored: a patch is data, never a program.
 */
export function applyPatch<T>(before: T, patch: Patch): T {
  if (Array.isArray(patch)) return (patch.length === 0 ? undefined : patch[0]) as T;
  const after: { [key: string]: unknown } = isTree(before) ? { ...before } : {};
  for (const [key, part] of Object.entries(patch as { [key: string]: Patch })) {
    if (isReserved(key)) continue;
    if (Array.isArray(part) && part.length === 0) delete after[key];
    else after[key] = applyPatch(own(after, key), part);
  }
  return after as T;
}
