import type { Annotation } from '@hopso/shared/annotation';
import { memo } from 'react';
import styles from './annotation-layer.module.css';
import { pathOfNote } from './shape-path.ts';

interface NoteDrawingProps {
  readonly notes: readonly Annotation[];
  readonly of: 'ink' | 'marker';
}

/** Strokes and highlights that are there for good, in user space. */
export const NoteDrawing = memo(function NoteDrawing({ notes, of }: NoteDrawingProps) {
  return notes
    .filter(({ type }) => (of === 'ink' ? type === 'ink' : type === 'marker' || type === 'highlight'))
    .map((note) => <Drawn key={note.id} note={note} />);
});

const Drawn = memo(function Drawn({ note }: { readonly note: Annotation }) {
  return (
    <path className={styles.drawn} data-colour={note.body?.colour} data-note={note.id} d={pathOfNote(note)} />
  );
});
