/** Something that waits to be committed with others. */
export interface Waiting {
  /** How much of a group it takes up. */
  readonly weight: number;
}

/**
 * Gathers what arrives while the previous group is being committed into the next one: a slow disk makes larger
 * groups, an idle one adds no delay.
 */
export class GroupCommit<Job extends Waiting> {
  readonly #commit: (take: () => Job[]) => Promise<void>;
  readonly #limit: number;
  #waiting: Job[] = [];
  #running = false;

  /**
   * `commit` waits for its turn, takes a group and settles each of its jobs.
   * `limit` is the weight of a group that takes no more; one heavier job goes alone.
   */
  constructor(commit: (take: () => Job[]) => Promise<void>, limit: number) {
    this.#commit = commit;
    this.#limit = limit;
  }

  add(job: Job): void {
    this.#waiting.push(job);
    if (!this.#running) this.#next();
  }

  #next(): void {
    this.#running = true;
    // After the pending I/O callbacks, so that what has arrived already joins the group.
    setImmediate(async () => {
      try {
        await this.#commit(() => this.#take());
      } finally {
        this.#running = false;
        if (this.#waiting.length > 0) this.#next();
      }
    });
  }

  #take(): Job[] {
    let weight = 0;
    let count = 0;
    for (const job of this.#waiting) {
      weight += job.weight;
      if (count > 0 && weight > this.#limit) break;
      count += 1;
    }
    const group = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    return group;
  }
}
