import { expect, test } from 'vitest';
import {
  type Gesture,
  type GestureEffect,
  type Hold,
  isPalm,
  move,
  type PointerStep,
  restingHand,
} from './gesture.ts';

const finger: Hold = { draws: true, isPenOnly: false };
const penOnly: Hold = { draws: true, isPenOnly: true };
const viewing: Hold = { draws: false, isPenOnly: false };

const at = (
  step: PointerStep['step'],
  device: PointerStep['device'],
  id: number,
  time: number,
  x = 100,
  y = 100,
): PointerStep => ({ step, device, id, time, x, y });

function play(steps: readonly PointerStep[], hold: Hold, from: Gesture = restingHand) {
  let hand = from;
  const effects: GestureEffect[] = [];
  for (const step of steps) {
    const moved = move(hand, step, hold);
    hand = moved.hand;
    effects.push(...moved.effects);
  }
  return { hand, effects };
}

test('a finger draws where no pen was seen', () => {
  const { effects, hand } = play(
    [at('down', 'touch', 1, 0), at('move', 'touch', 1, 20, 130), at('up', 'touch', 1, 40, 130)],
    finger,
  );
  expect(effects).toEqual(['begin', 'add', 'end']);
  expect(hand).toEqual(restingHand);
});

test('a pen draws in pen-only mode, a finger does not', () => {
  const pen = play([at('down', 'pen', 1, 0), at('move', 'pen', 1, 9), at('up', 'pen', 1, 20)], penOnly);
  expect(pen.effects).toEqual(['pen', 'begin', 'add', 'end']);
  const touch = play([at('down', 'touch', 2, 9_000), at('up', 'touch', 2, 9_100)], penOnly, pen.hand);
  expect(touch.effects).toEqual([]);
});

test('a pen is told of once, hovering included', () => {
  const { effects } = play(
    [at('move', 'pen', 1, 0), at('move', 'pen', 1, 5), at('down', 'pen', 1, 9)],
    finger,
  );
  expect(effects).toEqual(['pen', 'begin']);
});

test('a palm beside the pen, or just after it, draws nothing', () => {
  const { hand, effects } = play([at('down', 'pen', 1, 0), at('down', 'touch', 2, 30, 200, 300)], finger);
  expect(effects).toEqual(['pen', 'begin']);
  expect(isPalm(hand, 30)).toBe(true);
  const after = play([at('up', 'pen', 1, 400), at('down', 'touch', 3, 850)], finger, hand);
  expect(after.effects).toEqual(['end']);
  const later = play([at('down', 'touch', 4, 901)], finger, after.hand);
  expect(later.effects).toEqual(['begin']);
});

test('a palm that came down before the pen is thrown away', () => {
  const { effects } = play(
    [at('down', 'touch', 1, 0), at('move', 'touch', 1, 90, 140), at('down', 'pen', 2, 100)],
    finger,
  );
  expect(effects).toEqual(['begin', 'add', 'pen', 'cancel', 'begin']);
});

test('a second finger soon and near makes a pinch of the stroke', () => {
  const { effects, hand } = play(
    [at('down', 'touch', 1, 0), at('move', 'touch', 1, 50, 105), at('down', 'touch', 2, 140, 300)],
    finger,
  );
  expect(effects).toEqual(['begin', 'add', 'cancel']);
  expect(play([at('move', 'touch', 1, 200, 10), at('up', 'touch', 1, 300)], finger, hand).effects).toEqual(
    [],
  );
});

test('a second finger that comes late, or after a real stroke began, changes nothing', () => {
  const late = play([at('down', 'touch', 1, 0), at('down', 'touch', 2, 151)], finger);
  expect(late.effects).toEqual(['begin']);
  const far = play(
    [at('down', 'touch', 1, 0), at('move', 'touch', 1, 30, 111), at('down', 'touch', 2, 60)],
    finger,
  );
  expect(far.effects).toEqual(['begin', 'add']);
  expect(far.hand.drawing?.id).toBe(1);
});

test('two fingers tap to take back, three to repeat; not while viewing', () => {
  const two = [
    at('down', 'touch', 1, 0),
    at('down', 'touch', 2, 40),
    at('up', 'touch', 1, 120),
    at('up', 'touch', 2, 150),
  ];
  expect(play(two, finger).effects).toEqual(['begin', 'cancel', 'undo']);
  expect(play(two, penOnly).effects).toEqual(['undo']);
  expect(play(two, viewing).effects).toEqual([]);
  const three = [
    ...two.slice(0, 2),
    at('down', 'touch', 3, 60),
    ...[1, 2, 3].map((id) => at('up', 'touch', id, 150)),
  ];
  expect(play(three, penOnly).effects).toEqual(['redo']);
});

test('two fingers that move or stay are no tap', () => {
  const down = [at('down', 'touch', 1, 0), at('down', 'touch', 2, 40)];
  const up = (time: number) => [at('up', 'touch', 1, time), at('up', 'touch', 2, time)];
  expect(play([...down, at('move', 'touch', 2, 80, 150), ...up(150)], penOnly).effects).toEqual([]);
  expect(play([...down, ...up(900)], penOnly).effects).toEqual([]);
});

test('a stroke of a pen lives through the end of other pointers; one taken away is kept as far as it got', () => {
  const { effects } = play(
    [
      at('down', 'pen', 1, 0),
      at('down', 'touch', 2, 10),
      at('cancel', 'touch', 2, 20),
      at('move', 'pen', 1, 30),
      at('cancel', 'pen', 1, 40),
    ],
    penOnly,
  );
  expect(effects).toEqual(['pen', 'begin', 'add', 'end']);
  expect(play([at('down', 'touch', 1, 0), at('cancel', 'touch', 1, 20)], finger).effects).toEqual([
    'begin',
    'cancel',
  ]);
});

test('nothing draws while viewing', () => {
  for (const device of ['pen', 'touch', 'mouse'] as const)
    expect(play([at('down', device, 1, 0), at('up', device, 1, 9)], viewing).effects).not.toContain('begin');
});
