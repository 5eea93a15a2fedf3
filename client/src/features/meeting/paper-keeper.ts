import type { Vault } from '#platform/offline';

/** A paper to be kept: its newest version. */
export interface PaperToKeep {
  readonly id: string;
  readonly version: number;
}

/** `online`: for some only, so it is never kept here. */
export type Keeping = 'waiting' | 'loading' | 'kept' | 'failed' | 'online';

export interface KeepingState {
  readonly meeting: string | null;
  readonly papers: ReadonlyMap<string, Keeping>;
  /** Papers that can be kept, and those that are. */
  readonly total: number;
  readonly kept: number;
  readonly trouble: 'network' | 'device' | null;
}

export const nothingKept: KeepingState = {
  meeting: null,
  papers: new Map(),
  total: 0,
  kept: 0,
  trouble: null,
};

/** The bytes; `online` when the server says that they are not to be stored; `refused` when there is no such paper. */
export type Fetched = Uint8Array | 'online' | 'refused';

export interface KeeperParts {
  readonly vault: Vault;
  readonly nameOf: (paper: PaperToKeep) => string;
  /** @throws when the server cannot be reached */
  readonly fetchPaper: (meeting: string, paper: PaperToKeep) => Promise<Fetched>;
  /** Resolves when nobody is busy with the screen. */
  readonly quiet: () => Promise<void>;
  /** A file is on the device from now on. */
  readonly onKept: (name: string) => void;
  readonly onChange: (state: KeepingState) => void;
}

interface IndexEntry {
  readonly meeting: string;
}

/**
 * Brings the papers of a meeting onto this device, one after the other, and removes those that it no longer has: what
 * was withdrawn, what this person may not see any more, old versions (RULES O6). What is here already is not fetched
 * again, so an interrupted download goes on with the next file.
 */
export class PaperKeeper {
  readonly #parts: KeeperParts;
  #run = 0;
  /** Papers of which words may be kept here, by meeting. */
  readonly #worded = new Map<string, ReadonlySet<string>>();

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Ends the work on whatever it was on before. Resolves when there is nothing more to do, or no way to do it. */
  async keep(meeting: string, papers: readonly PaperToKeep[]): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const { vault, nameOf } = this.#parts;
    const states = new Map<string, Keeping>();
    const say = (trouble: KeepingState['trouble'] = null) => {
      if (run === this.#run) this.#parts.onChange(stateOf(meeting, states, trouble));
    };
    try {
      await this.#removeOthers(meeting, new Set(papers.map(nameOf)));
      await this.#forgetWords(meeting, new Set(papers.map(({ id }) => id)));
      const here = new Set(await vault.files());
      for (const paper of papers) states.set(paper.id, here.has(nameOf(paper)) ? 'kept' : 'waiting');
      say();
      for (const paper of papers) {
        if (states.get(paper.id) === 'kept') continue;
        await this.#parts.quiet();
        if (run !== this.#run) return;
        states.set(paper.id, 'loading');
        say();
        const fetched = await this.#parts.fetchPaper(meeting, paper).catch(() => null);
        if (run !== this.#run) return;
        if (fetched === null) {
          states.set(paper.id, 'failed');
          return say('network');
        }
        states.set(paper.id, await this.#put(meeting, nameOf(paper), fetched));
        say();
      }
    } catch {
      for (const [id, state] of states) if (state === 'loading') states.set(id, 'failed');
      say('device');
    }
  }

  async #put(meeting: string, name: string, fetched: Fetched): Promise<Keeping> {
    if (fetched === 'online') return 'online';
    if (fetched === 'refused') return 'failed';
    const { vault } = this.#parts;
    await vault.table<IndexEntry>('papers').put(name, { meeting });
    await vault.putFile(name, fetched);
    this.#parts.onKept(name);
    return 'kept';
  }

  async #removeOthers(meeting: string, wanted: ReadonlySet<string>): Promise<void> {
    const { vault } = this.#parts;
    const index = vault.table<IndexEntry>('papers');
    for (const [name, entry] of await index.entries()) {
      if (entry.meeting !== meeting || wanted.has(name)) continue;
      await vault.removeFile(name);
      await index.remove([name]);
    }
  }

  /** Words that can be searched without a network go with their paper, all versions of it. */
  async #forgetWords(meeting: string, papers: ReadonlySet<string>): Promise<void> {
    const before = this.#worded.get(meeting);
    this.#worded.set(meeting, papers);
    if (before !== undefined && [...before].every((id) => papers.has(id))) return;
    const words = this.#parts.vault.table('paper-text');
    const keys = (await words.entries()).map(([key]) => key);
    const isGone = (key: string) => {
      const [of, paper = ''] = key.split('/');
      return of === meeting && !papers.has(paper);
    };
    await words.remove(keys.filter(isGone));
  }

  /** Removes the papers of meetings that this person has no more to do with. */
  async forgetAllBut(meetings: ReadonlySet<string>): Promise<void> {
    const { vault } = this.#parts;
    const known = new Set(
      (await vault.table<IndexEntry>('papers').entries()).map(([, entry]) => entry.meeting),
    );
    for (const meeting of known) {
      if (meetings.has(meeting)) continue;
      await this.#removeOthers(meeting, new Set());
      await this.#forgetWords(meeting, new Set());
    }
  }
}

function stateOf(
  meeting: string,
  papers: ReadonlyMap<string, Keeping>,
  trouble: KeepingState['trouble'],
): KeepingState {
  const states = [...papers.values()];
  return {
    meeting,
    papers: new Map(papers),
    total: states.filter((state) => state !== 'online').length,
    kept: states.filter((state) => state === 'kept').length,
    trouble,
  };
}
