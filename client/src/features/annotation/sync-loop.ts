import { asProblem } from '#platform/api';

/** What is done with the server, each with a failure that says whether trying again may help. */
export interface SyncSteps {
  /** Sends what waits. */
  send(): Promise<void>;
  /** Reads what changed. */
  read(): Promise<void>;
  /** Runs the steps while no other tab of this browser runs its own. */
  alone(work: () => Promise<void>): Promise<void>;
}

const firstRetryMs = 500;
const longestRetryMs = 30_000;
/** A word from the server may get lost on a bad network; so often it is asked anyway. */
const asksAnywayMs = 60_000;

/** Sends and reads whenever there is cause, one round at a time, and comes back until the server could be reached. */
export class SyncLoop {
  readonly #steps: SyncSteps;
  #isRunning = false;
  #mustSend = false;
  #mustRead = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(steps: SyncSteps) {
    this.#steps = steps;
  }

  /** There is something to send. */
  send(): void {
    this.#mustSend = true;
    // While the server cannot be reached the next attempt takes everything along.
    if (this.#failures === 0) void this.#run();
  }

  /** There is something to read, or the connection is back: at once, whatever failed before. */
  wake(): void {
    this.#mustRead = true;
    this.#mustSend = true;
    void this.#run();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#isRunning || this.#isClosed) return;
    this.#isRunning = true;
    clearTimeout(this.#timer);
    try {
      await this.#steps.alone(() => this.#round());
      this.#failures = 0;
      this.#later(asksAnywayMs);
    } catch (thrown) {
      this.#failures += 1;
      this.#mustRead = true;
      this.#mustSend = true;
      if (isHopeful(thrown)) this.#later(Math.min(longestRetryMs, firstRetryMs * 2 ** (this.#failures - 1)));
    } finally {
      this.#isRunning = false;
    }
    if (this.#failures === 0 && (this.#mustSend || this.#mustRead)) void this.#run();
  }

  async #round(): Promise<void> {
    while ((this.#mustSend || this.#mustRead) && !this.#isClosed) {
      if (this.#mustSend) {
        this.#mustSend = false;
        await this.#steps.send();
      }
      if (this.#mustRead) {
        this.#mustRead = false;
        await this.#steps.read();
      }
    }
  }

  #later(ms: number): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => this.wake(), ms * (0.75 + Math.random() / 2));
  }
}

/** Whoever is not signed in, or has no part in the meeting, need not ask again by themselves. */
function isHopeful(thrown: unknown): boolean {
  const { status } = asProblem(thrown);
  return ![401, 403, 404].includes(status);
}
