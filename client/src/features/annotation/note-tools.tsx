import type { MeetingView } from '@hopso/shared/session';
import { AnnotationLayer } from './annotation-layer.tsx';
import type { AnnotationStore } from './annotation-store.ts';
import { MyNotes, type NotePlace } from './my-notes.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { Notebook } from './notebook.ts';
import type { PageTarget } from './paper-target.ts';
import type { Person } from './sharing-fields.tsx';
import { ToolBar } from './tool-bar.tsx';

interface Owned {
  readonly store: AnnotationStore;
  readonly personId: string;
}

const notebooks = new WeakMap<AnnotationStore, Notebook>();

/** One notebook for the notes of a meeting, however many pages and tools work with it. */
function notebookOf({ store, personId }: Owned): Notebook {
  const known = notebooks.get(store);
  if (known !== undefined) return known;
  const notebook = new Notebook(store, personId);
  notebooks.set(store, notebook);
  return notebook;
}

/** The notes on one page of a paper. */
export function PageNotes({ store, personId, ...target }: Owned & PageTarget) {
  return <AnnotationLayer notebook={notebookOf({ store, personId })} {...target} />;
}

/** What a note is written with. */
export function WritingTools({ meeting, ...owned }: Owned & { readonly meeting: string }) {
  return <ToolBar notebook={notebookOf(owned)} meeting={meeting} />;
}

/** The note that is open, wherever it was opened from. */
export function OpenedNote({ people, ...owned }: Owned & { readonly people: readonly Person[] }) {
  return <NoteDialog notebook={notebookOf(owned)} people={people} />;
}

interface NoteListProps extends Owned {
  readonly papers: MeetingView['papers'];
  readonly onJump: (place: NotePlace) => void;
}

export function NoteList({ papers, onJump, ...owned }: NoteListProps) {
  return <MyNotes notebook={notebookOf(owned)} papers={papers} onJump={onJump} />;
}
