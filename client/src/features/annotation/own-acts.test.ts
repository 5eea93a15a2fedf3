import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoteChange } from './annotation-store.ts';
import { type OwnAct, OwnActs } from './own-acts.ts';

const change = (id: string, text: string | null): NoteChange => ({
  id,
  paperId: 'paper',
  version: 1,
  page: 1,
  type: 'note',
  sharing: 'private',
  body: text === null ? null : { colour: 'blue', width: 1, text },
});

function desk() {
  const notes = new Map<string, string>();
  const acts = new OwnActs({
    put: ({ id, body }) => {
      if (body === null) notes.delete(id);
      else notes.set(id, body.text ?? '');
    },
  });
  const write = (id: string, text: string | null): OwnAct => ({
    before: change(id, notes.get(id) ?? null),
    after: change(id, text),
  });
  return { notes, acts, write };
}

test('a step is taken back and repeated as a whole', () => {
  const { notes, acts, write } = desk();
  acts.do([write('a', 'first'), write('b', 'second')]);
  acts.do([write('a', null)]);
  acts.extend([write('b', null)]);
  expect([...notes]).toEqual([]);
  expect(acts.undo()).toBe(true);
  expect(Object.fromEntries(notes)).toEqual({ a: 'first', b: 'second' });
  expect(acts.steps()).toEqual({ canUndo: true, canRedo: true });
  expect(acts.redo()).toBe(true);
  expect([...notes]).toEqual([]);
  expect(acts.redo()).toBe(false);
});

test('after something new, nothing can be repeated', () => {
  const { acts, write } = desk();
  acts.do([write('a', 'first')]);
  acts.undo();
  acts.do([write('b', 'second')]);
  expect(acts.steps()).toEqual({ canUndo: true, canRedo: false });
  expect(acts.redo()).toBe(false);
});

test('any acts, all taken back, leave what was there; all repeated, what had become of it', () => {
  const order = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      text: fc.option(fc.string({ maxLength: 3 }), { nil: null }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(order, (orders) => {
      const { notes, acts, write } = desk();
      notes.set('a', 'before');
      for (const { id, text } of orders) acts.do([write(id, text)]);
      const after = Object.fromEntries(notes);
      while (acts.undo());
      expect(Object.fromEntries(notes)).toEqual({ a: 'before' });
      while (acts.redo());
      expect(Object.fromEntries(notes)).toEqual(after);
    }),
  );
});

test('who listens is told of every change', () => {
  const { acts, write } = desk();
  let heard = 0;
  const stop = acts.subscribe(() => {
    heard += 1;
  });
  acts.do([write('a', 'first')]);
  acts.undo();
  stop();
  acts.redo();
  expect(heard).toBe(2);
});
