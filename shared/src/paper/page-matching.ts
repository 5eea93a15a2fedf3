type Pairs = Array<readonly [a: number, b: number]>;

/**
 * Pairs of equal keys in the order of both lists, as many as there can be. Null equals nothing.
 * Takes the product of the lengths between the common beginning and the common end.
 */
export function longestCommon(
  a: ReadonlyArray<string | null>,
  b: ReadonlyArray<string | null>,
): Array<readonly [number, number]> {
  const isEqual = (i: number, j: number) => a[i] !== null && a[i] === b[j];
  let start = 0;
  while (start < a.length && start < b.length && isEqual(start, start)) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && isEqual(a.length - 1 - end, b.length - 1 - end))
    end += 1;
  const [n, m] = [a.length - start - end, b.length - start - end];
  const isInner = (i: number, j: number) => isEqual(start + i, start + j);
  const inner =
    n * m <= MOST_CELLS ? best(n, m, (i, j) => (isInner(i, j) ? 1 : 0)) : nextEqual(n, m, isInner);
  return [
    ...Array.from({ length: start }, (_, i) => [i, i] as const),
    ...inner.map(([i, j]) => [start + i, start + j] as const),
    ...Array.from({ length: end }, (_, i) => [a.length - end + i, b.length - end + i] as const),
  ];
}

/** Room for the table of the exact answer: two thousand pages that differ throughout. */
const MOST_CELLS = 4_000_000;

/** A good answer in one walk: each takes the next equal one. */
function nextEqual(n: number, m: number, isEqual: (a: number, b: number) => boolean): Pairs {
  const pairs: Pairs = [];
  for (let i = 0, next = 0; i < n; i += 1) {
    let j = next;
    while (j < m && !isEqual(i, j)) j += 1;
    if (j === m) continue;
    pairs.push([i, j]);
    next = j + 1;
  }
  return pairs;
}

/** The most pairs-in-order one pays for at once: beyond it pages are compared with those at the same place only. */
const MOST_PRODUCT = 250_000;

/** Pairs in the order of both lists with the greatest sum of likenesses (0 for a pair that is none). */
export function mostAlike(n: number, m: number, likeness: (a: number, b: number) => number): Pairs {
  if (n * m <= MOST_PRODUCT) return best(n, m, likeness);
  return Array.from({ length: Math.min(n, m) }, (_, i) => [i, i] as const).filter(
    ([i, j]) => likeness(i, j) > 0,
  );
}

function best(n: number, m: number, likeness: (a: number, b: number) => number): Pairs {
  if (n === 0 || m === 0) return [];
  const width = m + 1;
  const sum = new Float32Array((n + 1) * width);
  const gain = new Float32Array(n * m);
  const at = (i: number, j: number) => sum[i * width + j] ?? 0;
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      const own = Math.fround(likeness(i, j));
      gain[i * m + j] = own;
      sum[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? own + at(i + 1, j + 1) : 0);
    }
  }
  const pairs: Pairs = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const own = gain[i * m + j] ?? 0;
    if (own > 0 && at(i, j) === Math.fround(own + at(i + 1, j + 1))) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}
