import type { Annotation } from '@hopso/shared/annotation';
import { expect, test } from 'vitest';
import type { AnnotationStore, NoteChange } from './annotation-store.ts';
import { changeOf, Notebook } from './notebook.ts';

const note = (id: string, page: number): Annotation => ({
  id,
  paperId: 'paper',
  version: 1,
  page,
  type: 'ink',
  ownerId: 'me',
  ownerName: 'Me',
  sharing: 'private',
  body: { colour: 'blue', width: 1, points: [[1, 1, 0.5]] },
  updatedAt: 1,
  actId: id,
  createdAt: 1,
  seq: 1,
  remark: null,
});

function book(...notes: Annotation[]) {
  const kept: { notes: readonly Annotation[]; put: NoteChange[] } = { notes, put: [] };
  const store: Pick<AnnotationStore, 'notesOn' | 'put'> = {
    notesOn: () => kept.notes,
    put: (change) => kept.put.push(change),
  };
  return { kept, notebook: new Notebook(store as AnnotationStore, 'me') };
}

test('a page has the same notes until one of its own changes', () => {
  const { kept, notebook } = book(note('a', 1), note('b', 2), note('c', 1));
  const first = notebook.onPage('paper', 1, 1);
  const second = notebook.onPage('paper', 1, 2);
  expect(first.map(({ id }) => id)).toEqual(['a', 'c']);
  kept.notes = [...kept.notes, note('d', 2)];
  expect(notebook.onPage('paper', 1, 1)).toBe(first);
  expect(notebook.onPage('paper', 1, 2)).not.toBe(second);
  expect(notebook.onPage('paper', 1, 9)).toBe(notebook.onPage('paper', 1, 8));
});

test('rubbing out several notes is one step, and taking it back brings them all', () => {
  const { kept, notebook } = book();
  notebook.erase([note('a', 1)], true);
  notebook.erase([note('b', 1)], false);
  expect(kept.put.map(({ id, body }) => [id, body])).toEqual([
    ['a', null],
    ['b', null],
  ]);
  notebook.acts.undo();
  expect(kept.put.slice(2)).toEqual([changeOf(note('b', 1)), changeOf(note('a', 1))]);
  expect(notebook.acts.steps().canUndo).toBe(false);
});

test('a new note, taken back, is gone', () => {
  const { kept, notebook } = book();
  notebook.write(changeOf(note('a', 1)), null);
  notebook.acts.undo();
  expect(kept.put.at(-1)).toEqual({ ...changeOf(note('a', 1)), body: null });
});
