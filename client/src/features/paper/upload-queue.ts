import type { Upload } from '@hopso/shared/paper';
import { asProblem, type Problem } from '#platform/api';
import { titleFromFileName } from './upload-title.ts';

/**
 * - `waiting`: for its turn; `sending`: bytes are leaving this device
 * - `examining`: the server reads it; `laying`: it is put on its item
 */
type UploadStage = 'waiting' | 'sending' | 'examining' | 'laying' | 'done' | 'refused';

export interface Replaced {
  readonly paper: string;
  readonly rev: number;
}

export interface UploadTask {
  readonly id: number;
  readonly itemId: string;
  readonly fileName: string;
  /** The paper, as it was seen, whose next version the file is to be; null: a paper of its own. */
  readonly replaces: Replaced | null;
  readonly stage: UploadStage;
  /** Share of the bytes sent, 0 to 1. */
  readonly share: number;
  readonly problem: Problem | null;
}

export interface UploadSteps {
  readonly send: (file: File, onShare: (share: number) => void) => Promise<Upload>;
  readonly lay: (itemId: string, upload: Upload, title: string, replaces: Replaced | null) => Promise<void>;
}

/** The server examines in a worker or two; more at once would only wait there. */
const atOnce = 2;

/** Files on their way to items, a few at once, each with its own fate. Nothing of a refused file stays behind. */
export class UploadQueue {
  readonly #steps: UploadSteps;
  readonly #files = new Map<number, File>();
  /** Files under way, each with the moment it is laid or refused. */
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  #tasks: readonly UploadTask[] = [];
  #lastId = 0;

  constructor(steps: UploadSteps) {
    this.#steps = steps;
  }

  get tasks(): readonly UploadTask[] {
    return this.#tasks;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(itemId: string, files: Iterable<File>, replaces: Replaced | null = null): void {
    const added = Array.from(files, (file): UploadTask => {
      this.#lastId += 1;
      this.#files.set(this.#lastId, file);
      const fileName = file.name.normalize('NFC');
      return { id: this.#lastId, itemId, fileName, replaces, stage: 'waiting', share: 0, problem: null };
    });
    this.#publish([...this.#tasks, ...added]);
    this.#next();
  }

  retry(id: number): void {
    this.#change(id, { stage: 'waiting', share: 0, problem: null });
    this.#next();
  }

  dismiss(id: number): void {
    this.#files.delete(id);
    this.#publish(this.#tasks.filter((task) => task.id !== id));
  }

  #publish(tasks: readonly UploadTask[]): void {
    this.#tasks = tasks;
    for (const listener of this.#listeners) listener();
  }

  #change(id: number, change: Partial<UploadTask>): void {
    this.#publish(this.#tasks.map((task) => (task.id === id ? { ...task, ...change } : task)));
  }

  #next(): void {
    const running = this.#tasks.filter(
      ({ stage }) => stage === 'sending' || stage === 'examining' || stage === 'laying',
    );
    const waiting = this.#tasks.filter(({ stage }) => stage === 'waiting').slice(0, atOnce - running.length);
    for (const task of waiting) this.#underWay.set(task.id, this.#run(task));
  }

  async #run({ id, itemId, fileName, replaces }: UploadTask): Promise<void> {
    const file = this.#files.get(id);
    if (file === undefined) return;
    this.#change(id, { stage: 'sending' });
    try {
      const upload = await this.#steps.send(file, (share) =>
        this.#change(id, share < 1 ? { share } : { share, stage: 'examining' }),
      );
      this.#change(id, { stage: 'laying', share: 1 });
      await this.#earlierOf(id, itemId);
      await this.#steps.lay(itemId, upload, titleFromFileName(fileName), replaces);
      this.#files.delete(id);
      this.#change(id, { stage: 'done' });
    } catch (thrown) {
      this.#change(id, { stage: 'refused', problem: asProblem(thrown) });
    }
    this.#underWay.delete(id);
    this.#next();
  }

  /** A small file overtakes a large one on the way; on the item they lie as they were chosen. */
  async #earlierOf(id: number, itemId: string): Promise<void> {
    const earlier = this.#tasks.filter((task) => task.itemId === itemId && task.id < id);
    await Promise.all(earlier.map((task) => this.#underWay.get(task.id)));
  }
}
