import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BELL_MS, NotesBells } from './notes-bells.ts';

let rung: string[];
let bells: NotesBells;

beforeEach(() => {
  vi.useFakeTimers();
  rung = [];
  bells = new NotesBells((person, { meeting, seq }) => rung.push(`${person} ${meeting} ${seq}`));
});
afterEach(() => {
  bells.close();
  vi.useRealTimers();
});

test('the first bell rings at once; what follows within a moment is one more, for the last place', () => {
  for (const seq of [1, 2, 4, 3]) bells.ring(['an'], { meeting: 'm', seq });
  expect(rung).toEqual(['an m 1']);
  vi.advanceTimersByTime(BELL_MS);
  expect(rung).toEqual(['an m 1', 'an m 4']);
  vi.advanceTimersByTime(10 * BELL_MS);
  bells.ring(['an'], { meeting: 'm', seq: 5 });
  expect(rung).toEqual(['an m 1', 'an m 4', 'an m 5']);
});

test('persons and meetings do not wait for each other', () => {
  bells.ring(['an', 'binh'], { meeting: 'm', seq: 1 });
  bells.ring(['an'], { meeting: 'other', seq: 9 });
  expect(rung).toEqual(['an m 1', 'binh m 1', 'an other 9']);
});

test('a closed one rings no more', () => {
  bells.ring(['an'], { meeting: 'm', seq: 1 });
  bells.ring(['an'], { meeting: 'm', seq: 2 });
  bells.close();
  vi.advanceTimersByTime(10 * BELL_MS);
  expect(rung).toEqual(['an m 1']);
});
