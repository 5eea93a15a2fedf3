import type { InkAnswer, UpMessage } from '@hopso/shared/protocol';
import { expect, test } from 'vitest';
import { PresentedPen } from './presented-pen.ts';

type Piece = Omit<UpMessage<'ink'>, 'meeting'>;

/** A pen whose pieces are answered by `answer`; what was sent, in order. */
function penWith(answer: (piece: Piece) => InkAnswer | null) {
  const sent: Piece[] = [];
  const refused: string[] = [];
  const pen = new PresentedPen({
    on: { paper: 'p', version: 1 },
    send: async (piece) => {
      sent.push(piece);
      const given = answer(piece);
      if (given === null) throw new Error('no answer');
      return given;
    },
    onRefused: (code) => refused.push(code),
    onChange: () => {},
    wait: async () => {},
  });
  return { pen, sent, refused };
}

const taken = ({ from, points }: Piece): InkAnswer => ({ ok: true, have: from + points.length });

function draw(pen: PresentedPen, xs: readonly number[]): void {
  pen.begin(3, true);
  for (const x of xs) pen.add(x, 10, 0.5);
  pen.end();
}

/** The points of each stroke as somebody who got the pieces has them. */
function arrivedOf(pieces: readonly Piece[]): number[][] {
  const strokes = new Map<string, number[]>();
  for (const { stroke, from, points } of pieces)
    strokes.set(stroke, [...(strokes.get(stroke) ?? []).slice(0, from), ...points.map(([x]) => x)]);
  return [...strokes.values()];
}

test('[X21] strokes arrive whole and in order, and nothing waits afterwards', async () => {
  const { pen, sent } = penWith(taken);
  draw(pen, [1, 2, 3]);
  draw(pen, [10, 20]);
  await expect.poll(() => pen.unsent).toEqual([]);
  expect(arrivedOf(sent)).toEqual([
    [1, 2, 3],
    [10, 20],
  ]);
  expect(sent.filter(({ isDone }) => isDone)).toHaveLength(2);
});

test('a piece without an answer is sent again', async () => {
  let failures = 3;
  const { pen, sent } = penWith((piece) => {
    failures -= 1;
    return failures >= 0 ? null : taken(piece);
  });
  draw(pen, [1, 2, 3]);
  await expect.poll(() => pen.unsent).toEqual([]);
  expect(arrivedOf(sent)).toEqual([[1, 2, 3]]);
});

test('[X24] whoever is too fast waits and loses nothing', async () => {
  let isFast = true;
  const { pen, sent } = penWith((piece) => {
    if (!isFast) return taken(piece);
    isFast = false;
    return { ok: false, problem: { code: 'ink/too-fast' } };
  });
  draw(pen, [1, 2]);
  await expect.poll(() => pen.unsent).toEqual([]);
  expect(arrivedOf(sent)).toEqual([[1, 2]]);
});

test('what is refused is said and no longer drawn; the next stroke is sent', async () => {
  let refusals = 1;
  const { pen, refused } = penWith((piece) => {
    if (refusals === 0) return taken(piece);
    refusals -= 1;
    return { ok: false, problem: { code: 'ink/full' } };
  });
  draw(pen, [1, 2]);
  draw(pen, [5, 6]);
  await expect.poll(() => pen.unsent).toEqual([]);
  expect(refused).toEqual(['ink/full']);
});
