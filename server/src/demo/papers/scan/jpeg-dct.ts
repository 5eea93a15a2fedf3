const COSINES = Float32Array.from({ length: 64 }, (_, index) => {
  const [u, x] = [index >> 3, index & 7];
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
});

/** Replaces an 8×8 block by its discrete cosine transform (orthonormal, as JPEG defines it). */
export function forwardDct(block: Float32Array): void {
  for (let row = 0; row < 8; row += 1) transform(block, row * 8, 1);
  for (let column = 0; column < 8; column += 1) transform(block, column, 8);
}

const [C1 = 0, C2 = 0, C3 = 0, C4 = 0, C5 = 0, C6 = 0, C7 = 0] = [1, 2, 3, 4, 5, 6, 7].map(
  (u) => COSINES[u * 8],
);

/** One dimension: even and odd halves share their sums and differences. */
function transform(block: Float32Array, at: number, step: number): void {
  const a = block[at] ?? 0;
  const b = block[at + step] ?? 0;
  const c = block[at + 2 * step] ?? 0;
  const d = block[at + 3 * step] ?? 0;
  const e = block[at + 4 * step] ?? 0;
  const f = block[at + 5 * step] ?? 0;
  const g = block[at + 6 * step] ?? 0;
  const h = block[at + 7 * step] ?? 0;
  const s0 = a + h;
  const s1 = b + g;
  const s2 = c + f;
  const s3 = d + e;
  const d0 = a - h;
  const d1 = b - g;
  const d2 = c - f;
  const d3 = d - e;
  block[at] = C4 * (s0 + s1 + s2 + s3);
  block[at + 2 * step] = C2 * (s0 - s3) + C6 * (s1 - s2);
  block[at + 4 * step] = C4 * (s0 - s1 - s2 + s3);
  block[at + 6 * step] = C6 * (s0 - s3) - C2 * (s1 - s2);
  block[at + step] = C1 * d0 + C3 * d1 + C5 * d2 + C7 * d3;
  block[at + 3 * step] = C3 * d0 - C7 * d1 - C1 * d2 - C5 * d3;
  block[at + 5 * step] = C5 * d0 - C1 * d1 + C7 * d2 + C3 * d3;
  block[at + 7 * step] = C7 * d0 - C5 * d1 + C3 * d2 - C1 * d3;
}
