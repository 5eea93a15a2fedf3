import { type Annotation, extentOf, movedBy } from '@hopso/shared/annotation';
import type { NoteChange } from '../annotation-store.ts';
import { changeOf } from '../notebook.ts';

/** The note with its middle at a point of a page, in user space: no longer waiting. A bookmark goes to the page. */
export function placedAt(note: Annotation, page: number, x: number, y: number): NoteChange {
  const change = changeOf(note);
  const { body } = note;
  if (body === null) return change;
  const extent = extentOf({ body });
  const moved =
    extent === null
      ? body
      : movedBy(body, { x: x - (extent[0] + extent[2]) / 2, y: y - (extent[1] + extent[3]) / 2 });
  return { ...change, page, body: { ...moved, placement: 'moved' } };
}
