import type { ConclusionDraft } from '@hopso/shared/decision';
import { asProblem, type Problem } from '#platform/api';

/** The three routes of a conclusion in work. */
export interface DraftDoor {
  readonly read: () => Promise<ConclusionDraft>;
  /** Takes or renews the pen; `from` relieves the writer that was seen. */
  readonly takePen: (from: string | null) => Promise<ConclusionDraft>;
  readonly save: (rev: number, text: string) => Promise<ConclusionDraft>;
}

export interface DraftState {
  readonly isLoaded: boolean;
  readonly text: string;
  /** Revision stored on the server; 0 while nothing was written. */
  readonly rev: number;
  readonly saving: 'saved' | 'dirty' | 'saving' | 'failed';
  readonly savedAt: number | null;
  /** Who holds the pen, when it is somebody else. */
  readonly otherWriter: { readonly personId: string; readonly name: string } | null;
  /** What is stored, when it is not what this text was written upon. */
  readonly conflict: { readonly rev: number; readonly text: string } | null;
}

const initial: DraftState = {
  isLoaded: false,
  text: '',
  rev: 0,
  saving: 'saved',
  savedAt: null,
  otherWriter: null,
  conflict: null,
};

const saveAfterMs = 800;
const retryAfterMs = 3_000;
const watchEveryMs = 4_000;

/**
 * A conclusion while it is written: typed here, saved by itself, one writer at a time. Somebody else's text is
 * watched and never overwritten unseen: on a conflict both texts stand until the person chooses.
 */
export class DraftSession {
  readonly #door: DraftDoor;
  readonly #self: string;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #state: DraftState = initial;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #watchTimer: ReturnType<typeof setInterval> | undefined;
  #underWay: Promise<void> = Promise.resolve();

  constructor(door: DraftDoor, self: string, now: () => number) {
    this.#door = door;
    this.#self = self;
    this.#now = now;
  }

  get state(): DraftState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to read and watch; the returned function saves what is unsaved and stops. */
  start(): () => void {
    void this.#watch();
    this.#watchTimer = setInterval(() => void this.#watch(), watchEveryMs);
    return () => {
      clearInterval(this.#watchTimer);
      void this.flush();
    };
  }

  type(text: string): void {
    if (this.#state.otherWriter !== null || text === this.#state.text) return;
    this.#set({ text, saving: 'dirty' });
    this.#saveLater(saveAfterMs);
  }

  /** Takes the pen from whoever is seen to hold it. */
  async takeOver(): Promise<void> {
    const { otherWriter } = this.#state;
    if (otherWriter === null) return;
    this.#adopt(await this.#door.takePen(otherWriter.personId));
  }

  /** Ends a conflict: with what was typed here, or with what is stored. */
  async resolve(choice: 'mine' | 'stored'): Promise<void> {
    const { conflict, otherWriter } = this.#state;
    if (conflict === null) return;
    if (choice === 'stored') {
      this.#set({ text: conflict.text, rev: conflict.rev, saving: 'saved', conflict: null });
      return;
    }
    if (otherWriter !== null) await this.#door.takePen(otherWriter.personId);
    this.#set({ rev: conflict.rev, conflict: null, otherWriter: null, saving: 'dirty' });
    await this.flush();
  }

  /** Saves at once what is unsaved. Gives the stored revision when the stored text is this one, else null. */
  async flush(): Promise<number | null> {
    clearTimeout(this.#saveTimer);
    await this.#underWay;
    if (this.#state.saving !== 'saved' && this.#state.conflict === null) {
      this.#underWay = this.#save();
      await this.#underWay;
    }
    const { saving, rev } = this.#state;
    return saving === 'saved' && rev > 0 ? rev : null;
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #saveLater(ms: number): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.flush(), ms);
  }

  async #save(): Promise<void> {
    const { rev, text } = this.#state;
    this.#set({ saving: 'saving' });
    try {
      const stored = await this.#door.save(rev, text);
      const isCurrent = this.#state.text === text;
      this.#set({ rev: stored.rev, saving: isCurrent ? 'saved' : 'dirty', savedAt: this.#now() });
      if (!isCurrent) this.#saveLater(saveAfterMs);
    } catch (thrown) {
      await this.#refused(asProblem(thrown));
    }
  }

  async #refused(problem: Problem): Promise<void> {
    if (problem.code === 'stale' || problem.code === 'conclusion/pen-held') {
      const stored = await this.#door.read().catch(() => null);
      if (stored !== null) return this.#meet(stored);
    }
    this.#set({ saving: 'failed' });
    if (problem.isPassing) this.#saveLater(retryAfterMs);
  }

  /** Unsaved text met another stored one. The same words are no conflict: an answer was lost on the way. */
  #meet(stored: ConclusionDraft): void {
    const { rev, text } = stored;
    const otherWriter = this.#other(stored);
    if (text === this.#state.text) this.#set({ rev, otherWriter, saving: 'saved', conflict: null });
    else this.#set({ otherWriter, saving: 'failed', conflict: { rev, text } });
  }

  async #watch(): Promise<void> {
    if (this.#state.isLoaded && this.#state.saving !== 'saved') return;
    const stored = await this.#door.read().catch(() => null);
    // What was typed while the answer was on its way is newer than the answer.
    if (stored !== null && this.#state.saving === 'saved') this.#adopt(stored);
  }

  #adopt(stored: ConclusionDraft): void {
    const { rev, text } = stored;
    this.#set({
      isLoaded: true,
      rev,
      text,
      saving: 'saved',
      conflict: null,
      otherWriter: this.#other(stored),
    });
  }

  #other({ writer }: ConclusionDraft): DraftState['otherWriter'] {
    return writer === null || writer.personId === this.#self ? null : writer;
  }
}
