import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { type NormalForm, normalFormOf } from '@hopso/shared/search';
import type { Db } from '#platform/database';
import { textStateOf, wordsOf } from './text-rows.ts';

/** A page ready for searching. */
export interface SearchablePage {
  readonly page: number;
  readonly label: string | null;
  readonly text: string;
  readonly form: NormalForm;
}

export interface SearchablePaper {
  /** Only those with words. */
  readonly pages: readonly SearchablePage[];
  readonly isRecognised: boolean;
}

/** Letters of page text kept; with its two normal forms each costs about six bytes. */
const MOST_LETTERS = 8_000_000;
const LONGEST_TURN_MS = 8;

/** The papers searched last, folded once: folding is nearly all the work of a search. */
export class SearchCache {
  readonly #db: Db;
  readonly #kept = new Map<string, { readonly paper: SearchablePaper; readonly letters: number }>();
  readonly #loading = new Map<string, Promise<SearchablePaper | null>>();
  #letters = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The words of a file; null while they are still being read. */
  async paper(sha256: string): Promise<SearchablePaper | null> {
    const kept = this.#kept.get(sha256);
    if (kept !== undefined) {
      this.#kept.delete(sha256);
      this.#kept.set(sha256, kept);
      return kept.paper;
    }
    const loading = this.#loading.get(sha256) ?? this.#fold(sha256);
    this.#loading.set(sha256, loading);
    try {
      const paper = await loading;
      // Forgotten meanwhile: what was read may be old.
      if (paper !== null && this.#loading.get(sha256) === loading) this.#keep(sha256, paper);
      return paper;
    } finally {
      if (this.#loading.get(sha256) === loading) this.#loading.delete(sha256);
    }
  }

  /** Its words have changed. */
  forget(sha256: string): void {
    this.#loading.delete(sha256);
    this.#letters -= this.#kept.get(sha256)?.letters ?? 0;
    this.#kept.delete(sha256);
  }

  #keep(sha256: string, paper: SearchablePaper): void {
    const letters = paper.pages.reduce((sum, { text }) => sum + text.length, 0);
    if (letters > MOST_LETTERS) return;
    this.#kept.set(sha256, { paper, letters });
    this.#letters += letters;
    for (const oldest of this.#kept.keys()) {
      if (this.#letters <= MOST_LETTERS) break;
      this.forget(oldest);
    }
  }

  async #fold(sha256: string): Promise<SearchablePaper | null> {
    const { isReady } = await textStateOf(this.#db, sha256);
    if (!isReady) return null;
    const pages: SearchablePage[] = [];
    let isRecognised = false;
    let turnAt = performance.now();
    for await (const row of wordsOf(this.#db, sha256)) {
      isRecognised ||= row.isRecognised;
      const { page, label, text } = row;
      if (text !== '') pages.push({ page, label, text, form: normalFormOf(text) });
      if (performance.now() - turnAt < LONGEST_TURN_MS) continue;
      await setImmediate();
      turnAt = performance.now();
    }
    return { pages, isRecognised };
  }
}
