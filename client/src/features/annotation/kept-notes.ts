import type { Annotation, NotesAccess } from '@hopso/shared/annotation';
import type { Vault, VaultTable } from '#platform/offline';

/** How far this device has read the changes of a meeting, and whose papers' notes it may keep. */
export interface Position {
  readonly seq: number;
  readonly papers: { readonly [paperId: string]: NotesAccess };
}

const start: Position = { seq: 0, papers: {} };

/** Names of the vault's tables. */
export const tableNames = {
  outbox: (meeting: string) => `annotation-outbox.${meeting}`,
  notes: (meeting: string) => `annotations.${meeting}`,
  positions: 'annotation-positions',
} as const;

/** The notes that the server has told, kept on the device; where it keeps nothing they are asked for anew. */
export class KeptNotes {
  readonly #meeting: string;
  readonly #notes: VaultTable<Annotation> | null;
  readonly #positions: VaultTable<Position> | null;
  #position: Position = start;
  /** Something could not be kept: the device must not believe that it has read this far. */
  #hasGap = false;

  constructor(meeting: string, vault: Pick<Vault, 'table'> | null) {
    this.#meeting = meeting;
    this.#notes = vault?.table(tableNames.notes(meeting)) ?? null;
    this.#positions = vault?.table(tableNames.positions) ?? null;
  }

  async load(): Promise<readonly Annotation[]> {
    const notes = (await this.#notes?.entries()) ?? [];
    return notes.map(([, note]) => note);
  }

  /** Another tab may have read on meanwhile. */
  async position(): Promise<Position> {
    if (this.#hasGap) return this.#position;
    const stored = await this.#positions?.get(this.#meeting).catch(() => null);
    return stored ?? this.#position;
  }

  /**
   * Notes first, then how far they reach: what is interrupted is read again. Never throws: it is a copy. Of one
   * note told more than once the last word holds: what was deleted and brought back is there.
   */
  async keep(told: readonly Annotation[], position?: Position): Promise<void> {
    if (position !== undefined) this.#position = position;
    const notes = [...new Map(told.map((note) => [note.id, note])).values()];
    try {
      const living = notes.filter(({ body }) => body !== null);
      const gone = notes.filter(({ body }) => body === null);
      if (living.length > 0) await this.#notes?.putMany(living.map((note) => [note.id, note]));
      if (gone.length > 0) await this.#notes?.remove(gone.map(({ id }) => id));
      if (position !== undefined && !this.#hasGap) await this.#positions?.put(this.#meeting, position);
    } catch {
      this.#hasGap = true;
    }
  }

  /** @throws what the vault throws: notes that may not be kept must not stay unnoticed */
  async drop(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#notes?.remove(ids);
  }
}
