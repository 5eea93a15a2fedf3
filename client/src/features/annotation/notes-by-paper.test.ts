import type { Annotation, AnnotationBody } from '@hopso/shared/annotation';
import type { MeetingView } from '@hopso/shared/session';
import { describe, expect, test } from 'vitest';
import { groupNotes, placeOf } from './notes-by-paper.ts';

const note = (id: string, change: Partial<Annotation> = {}, body: Partial<AnnotationBody> = {}): Annotation =>
  ({
    ...{ id, paperId: 'p', version: 2, page: 5, type: 'ink', ownerId: 'an', sharing: 'private' },
    body: { colour: 'blue', width: 2, ...body },
    ...change,
  }) as Annotation;
const inTray = { placement: 'tray', origin: { id: 'o', version: 1, page: 9 } } as const;

describe('[N8] where a note is read', () => {
  test('on its page of the version it was written on', () => {
    expect(placeOf(note('a', { version: 1 }), true)).toEqual({ paperId: 'p', version: 1, page: 5 });
  });

  test('without a place: in the tray that can give it one, else where it was drawn', () => {
    expect(placeOf(note('a', {}, inTray), true)).toMatchObject({ version: 2, trayNote: 'a' });
    expect(placeOf(note('a', {}, inTray), false)).toEqual({ paperId: 'p', version: 1, page: 9 });
  });

  test('strokes that wait for a place are not told as one with those that have theirs', () => {
    const papers = { p: { id: 'p' } } as unknown as MeetingView['papers'];
    const [group] = groupNotes([note('a'), note('b', {}, inTray), note('c')], papers);
    expect(group?.pages[0]?.entries.map(({ note: { id }, count }) => [id, count])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
