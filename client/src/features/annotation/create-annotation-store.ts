import { type Annotation, type AnnotationAct, timeOfAct } from '@hopso/shared/annotation';
import { asProblem } from '#platform/api';
import type { Vault } from '#platform/offline';
import { actIdAt } from './act-stamp.ts';
import type { AnnotationStore, NoteChange, SyncStatus } from './annotation-store.ts';
import { batchesOf } from './batches.ts';
import { KeptNotes, type Position, tableNames } from './kept-notes.ts';
import type { Changes, NotesTransport, Verdict } from './notes-transport.ts';
import { Outbox } from './outbox.ts';
import { ShownNotes } from './shown-notes.ts';
import { SyncLoop } from './sync-loop.ts';
import type { TabMessage, Tabs } from './tabs.ts';

export interface StoreOptions {
  readonly meeting: string;
  readonly person: { readonly id: string; readonly name: string };
  /** Null where this device keeps nothing: the person is warned. */
  readonly vault: Pick<Vault, 'table'> | null;
  readonly transport: NotesTransport;
  /** Epoch ms, by the server's clock as far as it is known. */
  readonly now: () => number;
  /** The other tabs of this browser, and what is done with what they tell. */
  readonly openTabs: (hear: (message: TabMessage) => void) => Tabs;
}

/** The store of a meeting's notes with what this device has of them; it asks the server at once. */
export async function createAnnotationStore(options: StoreOptions): Promise<AnnotationStore> {
  const store = new SyncedNotes(options);
  await store.open();
  return store;
}

class SyncedNotes implements AnnotationStore {
  readonly #options: StoreOptions;
  readonly #listeners = new Set<() => void>();
  readonly #notes: ShownNotes;
  readonly #outbox: Outbox;
  readonly #kept: KeptNotes;
  readonly #tabs: Tabs;
  readonly #loop: SyncLoop;
  #status: SyncStatus | null = null;
  #lastAct = 0;
  /** Up to where the changes were read, as far as this tab knows. */
  #readTo = 0;

  constructor(options: StoreOptions) {
    this.#options = options;
    const { meeting, person, vault } = options;
    this.#notes = new ShownNotes(person);
    this.#outbox = new Outbox(vault?.table(tableNames.outbox(meeting)) ?? null, () => this.#changed());
    this.#kept = new KeptNotes(meeting, vault);
    this.#tabs = options.openTabs((message) => this.#hear(message));
    this.#loop = new SyncLoop({
      send: () => this.#send(),
      read: () => this.#read(),
      alone: (work) => this.#tabs.alone(work),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async open(): Promise<void> {
    this.#notes.keep(await this.#kept.load().catch(() => []));
    const { acts } = await this.#outbox.waiting();
    this.#notes.act(acts);
    for (const { at } of acts) this.#lastAct = Math.max(this.#lastAct, at);
    this.#loop.wake();
  }

  readonly notesOn = (paperId: string, version: number) => this.#notes.notesOn(paperId, version);
  readonly all = () => this.#notes.all();
  readonly durable = () => this.#outbox.durable();

  readonly put = (change: NoteChange): void => {
    const { person, now } = this.#options;
    if ((this.#notes.shown(change.id)?.ownerId ?? person.id) !== person.id) {
      throw new Error('Only its owner changes a note.');
    }
    const at = timeOfAct(now(), this.#lastAct, this.#notes.lastChange(change.id));
    const act: AnnotationAct = { ...change, at, actId: actIdAt(at) };
    this.#lastAct = at;
    this.#outbox.add(act);
    this.#notes.act([act]);
    this.#changed();
    void this.#outbox.durable().then(() => this.#tabs.tell({ kind: 'acts', acts: [act] }));
    this.#loop.send();
  };

  readonly status = (): SyncStatus => {
    const { waitingCount, isDurable, refusals } = this.#outbox;
    this.#status ??= { waiting: waitingCount, isDurable, refused: refusals };
    return this.#status;
  };

  readonly wake = (seq?: number): void => {
    if (seq === undefined || seq > this.#readTo) this.#loop.wake();
  };

  close(): void {
    this.#loop.close();
    this.#outbox.close();
    this.#tabs.close();
    this.#listeners.clear();
  }

  #changed(): void {
    this.#status = null;
    for (const listener of this.#listeners) listener();
  }

  async #send(): Promise<void> {
    const { acts, gone } = await this.#outbox.waiting();
    for (const act of gone) this.#notes.settle(act);
    this.#notes.act(acts);
    for (const batch of batchesOf(acts)) await this.#deliver(batch);
  }

  /** Where the server takes a message for something else than it is, one act is to blame: the others go on. */
  async #deliver(acts: readonly AnnotationAct[]): Promise<void> {
    let verdicts: readonly Verdict[];
    try {
      verdicts = await this.#options.transport.save(acts);
    } catch (thrown) {
      const { code, status } = asProblem(thrown);
      if (status !== 400 && status !== 413) throw thrown;
      if (acts.length > 1) {
        const half = Math.ceil(acts.length / 2);
        await this.#deliver(acts.slice(0, half));
        return this.#deliver(acts.slice(half));
      }
      verdicts = acts.map(({ actId }) => ({ actId, problem: code, seq: null }));
    }
    await this.#settle(acts, verdicts);
  }

  async #settle(acts: readonly AnnotationAct[], verdicts: readonly Verdict[]): Promise<void> {
    const byId = new Map(verdicts.map((verdict) => [verdict.actId, verdict]));
    const taken: AnnotationAct[] = [];
    const notes: Annotation[] = [];
    for (const act of acts) {
      const { problem, seq } = byId.get(act.actId) ?? { problem: 'internal', seq: null };
      if (problem !== null) {
        this.#outbox.refuse(act.actId, problem);
        continue;
      }
      const note = this.#notes.acknowledged(act, seq ?? 0);
      if (note !== null) {
        this.#notes.keep([note]);
        notes.push(note);
      }
      taken.push(act);
    }
    await this.#kept.keep(notes);
    this.#tabs.tell({ kind: 'notes', notes });
    await this.#outbox.settle(taken.map(({ actId }) => actId));
    for (const act of taken) this.#notes.settle(act);
    this.#tabs.tell({ kind: 'settled', acts: taken });
    this.#changed();
  }

  async #read(): Promise<void> {
    const before = await this.#kept.position();
    const first = await this.#readAfter(before.seq, before);
    const { papers } = first;
    for (const [paper, access] of Object.entries(papers)) {
      const isNew = before.papers[paper] !== access;
      if (before.seq > 0 && isNew) await this.#readAfter(0, { seq: first.seq, papers }, paper);
    }
    if (first.seq !== before.seq || !isSameAccess(papers, before.papers))
      await this.#kept.keep([], { seq: first.seq, papers });
    await this.#dropOthers(papers);
    this.#readTo = first.seq;
  }

  /** Reads on to the end. The place is kept with each part, but never the word that a paper's notes are complete. */
  async #readAfter(after: number, { seq, papers }: Position, paper?: string): Promise<Position> {
    let from = after;
    let answer: Changes;
    do {
      answer = await this.#options.transport.changes(from, paper);
      from = answer.seq;
      const news = answer.annotations.filter((note) => !this.#notes.isKnown(note));
      this.#take(news);
      const isPart = paper === undefined && answer.hasMore;
      await this.#kept.keep(news, isPart ? { seq: from, papers } : undefined);
    } while (answer.hasMore);
    return paper === undefined ? { seq: from, papers: answer.papers } : { seq, papers };
  }

  #take(notes: Changes['annotations']): void {
    if (notes.length === 0) return;
    this.#notes.keep(notes);
    this.#tabs.tell({ kind: 'notes', notes });
    this.#changed();
  }

  /** What may no longer be read here leaves the device (N5). */
  async #dropOthers(papers: Position['papers']): Promise<void> {
    const ids: string[] = [];
    for (const { id, paperId, ownerId } of this.#notes.kept()) {
      const access = papers[paperId];
      if (access === undefined || (access === 'own' && ownerId !== this.#options.person.id)) ids.push(id);
    }
    if (ids.length === 0) return;
    this.#notes.drop(ids);
    this.#tabs.tell({ kind: 'dropped', ids });
    this.#changed();
    await this.#kept.drop(ids);
  }

  #hear(message: TabMessage): void {
    switch (message.kind) {
      case 'acts':
        this.#outbox.adopt(message.acts);
        this.#notes.act(message.acts);
        for (const { at } of message.acts) this.#lastAct = Math.max(this.#lastAct, at);
        break;
      case 'settled':
        this.#outbox.forget(message.acts.map(({ actId }) => actId));
        for (const act of message.acts) this.#notes.settle(act);
        break;
      case 'notes':
        this.#notes.keep(message.notes);
        break;
      case 'dropped':
        this.#notes.drop(message.ids);
        break;
    }
    this.#changed();
  }
}

const isSameAccess = (a: Position['papers'], b: Position['papers']): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([paper, access]) => b[paper] === access);
