import { type Annotation, type AnnotationAct, wins } from '@hopso/shared/annotation';

interface Author {
  readonly id: string;
  readonly name: string;
}

const stampOf = ({ updatedAt, actId }: Annotation) => ({ at: updatedAt, actId });
const sheetOf = (paperId: string, version: number) => `${version} ${paperId}`;
/** As they were drawn: what is newer lies on top. */
const byAge = (a: Annotation, b: Annotation) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
const none: readonly Annotation[] = [];

/**
 * What is to be seen: the notes as the server last told them, under the own acts that it has not acknowledged yet.
 * An act shows only where it will win (N3).
 */
export class ShownNotes {
  readonly #author: Author;
  readonly #kept = new Map<string, Annotation>();
  /** The latest waiting act on each note. */
  readonly #acts = new Map<string, AnnotationAct>();
  readonly #shown = new Map<string, Annotation>();
  readonly #sheets = new Map<string, Map<string, Annotation>>();
  readonly #lists = new Map<string, readonly Annotation[]>();
  #all: readonly Annotation[] | null = null;

  constructor(author: Author) {
    this.#author = author;
  }

  all(): readonly Annotation[] {
    this.#all ??= [...this.#shown.values()].sort(byAge);
    return this.#all;
  }

  notesOn(paperId: string, version: number): readonly Annotation[] {
    const sheet = sheetOf(paperId, version);
    const known = this.#lists.get(sheet);
    if (known !== undefined) return known;
    const notes = this.#sheets.get(sheet);
    const list = notes === undefined ? none : [...notes.values()].sort(byAge);
    this.#lists.set(sheet, list);
    return list;
  }

  shown(id: string): Annotation | undefined {
    return this.#shown.get(id);
  }

  /** When the note was last changed, as far as this device knows; 0 for a new one. */
  lastChange(id: string): number {
    return Math.max(this.#kept.get(id)?.updatedAt ?? 0, this.#acts.get(id)?.at ?? 0);
  }

  /** Whether the server has told this note before, just so: an own act comes back to its author. */
  isKnown(note: Annotation): boolean {
    const kept = this.#kept.get(note.id);
    if (kept?.seq !== note.seq || kept.updatedAt !== note.updatedAt) return false;
    return kept.createdAt === note.createdAt && String(kept.sharing) === String(note.sharing);
  }

  kept(): Iterable<Annotation> {
    return this.#kept.values();
  }

  /** Notes as the server told them; of two, the one told of the later place holds. */
  keep(notes: readonly Annotation[]): void {
    for (const note of notes) {
      if (note.seq < (this.#kept.get(note.id)?.seq ?? 0)) continue;
      this.#kept.set(note.id, note);
      this.#show(note.id);
    }
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) {
      this.#kept.delete(id);
      this.#show(id);
    }
  }

  act(acts: readonly AnnotationAct[]): void {
    for (const act of acts) {
      const before = this.#acts.get(act.id);
      if (before !== undefined && !wins(act, before)) continue;
      this.#acts.set(act.id, act);
      this.#show(act.id);
    }
  }

  /** The act waits no longer. */
  settle({ id, actId }: AnnotationAct): void {
    if (this.#acts.get(id)?.actId !== actId) return;
    this.#acts.delete(id);
    this.#show(id);
  }

  /** The note that an acknowledged act has made, at its place; null where another act holds. */
  acknowledged(act: AnnotationAct, seq: number): Annotation | null {
    const kept = this.#kept.get(act.id);
    return kept === undefined || wins(act, stampOf(kept)) ? this.#noteOf(act, seq) : null;
  }

  #noteOf({ at, ...act }: AnnotationAct, seq: number): Annotation {
    const kept = this.#kept.get(act.id);
    return {
      ...act,
      ownerId: this.#author.id,
      ownerName: this.#author.name,
      updatedAt: at,
      createdAt: kept?.createdAt ?? this.#shown.get(act.id)?.createdAt ?? at,
      remark: kept?.remark ?? null,
      seq,
    };
  }

  #current(id: string): Annotation | undefined {
    const act = this.#acts.get(id);
    const kept = this.#kept.get(id);
    const holds = act !== undefined && (kept === undefined || wins(act, stampOf(kept)));
    const note = holds ? this.#noteOf(act, kept?.seq ?? 0) : kept;
    return note?.body === null ? undefined : note;
  }

  #show(id: string): void {
    const before = this.#shown.get(id);
    const now = this.#current(id);
    if (before === now) return;
    this.#all = null;
    if (before !== undefined) {
      const sheet = sheetOf(before.paperId, before.version);
      this.#lists.delete(sheet);
      this.#sheets.get(sheet)?.delete(id);
    }
    if (now === undefined) {
      this.#shown.delete(id);
      return;
    }
    this.#shown.set(id, now);
    const sheet = sheetOf(now.paperId, now.version);
    this.#lists.delete(sheet);
    const notes = this.#sheets.get(sheet) ?? new Map<string, Annotation>();
    this.#sheets.set(sheet, notes.set(id, now));
  }
}
