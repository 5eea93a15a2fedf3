import type { Annotation, UserSpaceRect } from '@hopso/shared/annotation';
import type { AnnotationStore, NoteChange } from './annotation-store.ts';
import { type Gesture, restingHand } from './gesture.ts';
import { type OwnAct, OwnActs } from './own-acts.ts';

/** A note that is looked at or written: `note` is null while it is not yet there. */
export interface OpenNote {
  readonly note: Annotation | null;
  readonly change: NoteChange;
  /** The box that a free text needs; absent where its page is not on the screen. */
  readonly fit?: (text: string) => UserSpaceRect;
}

type Pages = ReadonlyMap<number, readonly Annotation[]>;
const none: readonly Annotation[] = [];

/** One person's notes in one meeting, as the tools and the pages work with them. */
export class Notebook {
  readonly store: AnnotationStore;
  readonly ownerId: string;
  readonly acts: OwnActs;
  /** Hands are where they are on whichever page. */
  hand: Gesture = restingHand;
  #open: OpenNote | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #pages = new Map<string, { readonly notes: readonly Annotation[]; readonly pages: Pages }>();

  constructor(store: AnnotationStore, ownerId: string) {
    this.store = store;
    this.ownerId = ownerId;
    this.acts = new OwnActs(store);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly opened = (): OpenNote | null => this.#open;

  open(next: OpenNote | null): void {
    this.#open = next;
    for (const listener of this.#listeners) listener();
  }

  /** The notes of one page; the same array until one of them changes. */
  onPage(paperId: string, version: number, page: number): readonly Annotation[] {
    const name = `${paperId} ${version}`;
    const notes = this.store.notesOn(paperId, version);
    const known = this.#pages.get(name);
    if (known?.notes === notes) return known.pages.get(page) ?? none;
    const pages = byPage(notes, known?.pages);
    this.#pages.set(name, { notes, pages });
    return pages.get(page) ?? none;
  }

  isOwn({ ownerId }: Annotation): boolean {
    return ownerId === this.ownerId;
  }

  /** Writes a note as it is from now on; a body of null deletes it. It can be taken back. */
  write(change: NoteChange, before: Annotation | null): void {
    this.acts.do([actOf(change, before)]);
  }

  erase(notes: readonly Annotation[], isFirst: boolean): void {
    const acts = notes.map((note) => actOf({ ...changeOf(note), body: null }, note));
    if (isFirst) this.acts.do(acts);
    else this.acts.extend(acts);
  }
}

/** A note as its owner would write it again. */
export const changeOf = ({ id, paperId, version, page, type, sharing, body }: Annotation): NoteChange => ({
  id,
  paperId,
  version,
  page,
  type,
  sharing,
  body,
});

const actOf = (after: NoteChange, note: Annotation | null): OwnAct => ({
  before: note === null ? { ...after, body: null } : changeOf(note),
  after,
});

function byPage(notes: readonly Annotation[], before: Pages | undefined): Pages {
  const pages = new Map<number, Annotation[]>();
  for (const note of notes) {
    // It waits in the tray: its geometry is that of an older version (N8).
    if (note.body?.placement === 'tray') continue;
    const page = pages.get(note.page);
    if (page === undefined) pages.set(note.page, [note]);
    else page.push(note);
  }
  const kept = new Map<number, readonly Annotation[]>(pages);
  for (const [page, known] of before ?? []) {
    const now = pages.get(page);
    if (now?.length === known.length && now.every((note, index) => note === known[index]))
      kept.set(page, known);
  }
  return kept;
}
