import type { AnnotationStore, NoteChange } from './annotation-store.ts';

/** A note as it was and as it became; a body of null is a note that is not there. */
export interface OwnAct {
  readonly before: NoteChange;
  readonly after: NoteChange;
}

export interface Steps {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** As many steps as a hand remembers; older ones stay as they are. */
const mostSteps = 200;

/**
 * What this person did to their notes since the page was opened, to be taken back and repeated. Taking back is an act
 * like any other: it is stored and sent the same way.
 */
export class OwnActs {
  readonly #store: Pick<AnnotationStore, 'put'>;
  readonly #listeners = new Set<() => void>();
  #done: ReadonlyArray<readonly OwnAct[]> = [];
  #undone: ReadonlyArray<readonly OwnAct[]> = [];
  #steps: Steps = { canUndo: false, canRedo: false };

  constructor(store: Pick<AnnotationStore, 'put'>) {
    this.#store = store;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** The same object until it changes. */
  readonly steps = (): Steps => this.#steps;

  /** Does several acts as one step; what was taken back before can no longer be repeated. */
  do(acts: readonly OwnAct[]): void {
    if (acts.length === 0) return;
    for (const { after } of acts) this.#store.put(after);
    this.#change([...this.#done, acts].slice(-mostSteps), []);
  }

  /** Does further acts as part of the last step: a rubbing that goes on. */
  extend(acts: readonly OwnAct[]): void {
    for (const { after } of acts) this.#store.put(after);
    this.#change([...this.#done.slice(0, -1), [...(this.#done.at(-1) ?? []), ...acts]], []);
  }

  /** Takes the last step back; false where there is none. */
  undo(): boolean {
    const step = this.#done.at(-1);
    if (step === undefined) return false;
    for (const { before } of step.toReversed()) this.#store.put(before);
    this.#change(this.#done.slice(0, -1), [...this.#undone, step]);
    return true;
  }

  /** Does the step taken back last again; false where there is none. */
  redo(): boolean {
    const step = this.#undone.at(-1);
    if (step === undefined) return false;
    for (const { after } of step) this.#store.put(after);
    this.#change([...this.#done, step], this.#undone.slice(0, -1));
    return true;
  }

  #change(done: ReadonlyArray<readonly OwnAct[]>, undone: ReadonlyArray<readonly OwnAct[]>): void {
    this.#done = done;
    this.#undone = undone;
    this.#steps = { canUndo: done.length > 0, canRedo: undone.length > 0 };
    for (const listener of this.#listeners) listener();
  }
}
