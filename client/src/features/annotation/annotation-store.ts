import type { Annotation, AnnotationAct } from '@hopso/shared/annotation';

/** What the owner does to a note; the store adds the name and the time of the act. */
export type NoteChange = Omit<AnnotationAct, 'actId' | 'at'>;

export interface SyncStatus {
  /** Acts that are durable here and not yet acknowledged by the server. */
  readonly waiting: number;
  /** False where this browser keeps nothing (private mode, full, refused): the person is warned. */
  readonly isDurable: boolean;
  /** Codes of acts the server refused; they stay here. */
  readonly refused: readonly string[];
}

/** The notes of one meeting that the signed-in person may see, on this device. */
export interface AnnotationStore {
  subscribe(listener: () => void): () => void;
  /** Living notes on this version of the paper; the same array until one of them changes. */
  notesOn(paperId: string, version: number): readonly Annotation[];
  /** Every living note of the meeting; the same array until one changes. */
  all(): readonly Annotation[];
  /** Shown at once, durable on the device within 100 ms, sent within a second when connected. Own notes only. */
  put(change: NoteChange): void;
  /** Resolves when everything put so far is durable on the device. */
  durable(): Promise<void>;
  status(): SyncStatus;
  /** The server has said that there is something new, up to this place, or the connection is back. */
  wake(seq?: number): void;
  close(): void;
}
