interface Waiting {
  readonly page: number;
  readonly draw: () => Promise<unknown>;
}

let drawing = 0;
const waitingForRest = new Set<() => void>();

/** Resolves as soon as no page that can be seen is being drawn, of whatever paper. */
export function whenSeenPagesAreDrawn(): Promise<void> {
  if (drawing === 0) return Promise.resolve();
  return new Promise((resolve) => waitingForRest.add(resolve));
}

function countDrawing(change: 1 | -1): void {
  drawing += change;
  if (drawing > 0) return;
  for (const resolve of waitingForRest) resolve();
  waitingForRest.clear();
}

/**
 * Which page is drawn when: what is in view begins at once, its neighbours wait until nothing else is being drawn,
 * one after the other. So the page that is looked at never shares the processor with one that is not.
 */
export class DrawQueue {
  #inView: readonly number[] = [];
  #drawing = 0;
  readonly #waiting = new Set<Waiting>();

  /** The pages (from 0) that can be seen now. */
  look(inView: readonly number[]): void {
    this.#inView = inView;
    this.#next();
  }

  /** Draws a page when it is its turn; the answer takes it back as long as it waits. */
  add(page: number, draw: () => Promise<unknown>): () => void {
    const waiting = { page, draw };
    this.#waiting.add(waiting);
    this.#next();
    return () => this.#waiting.delete(waiting);
  }

  #next(): void {
    for (const waiting of this.#waiting) {
      if (this.#inView.includes(waiting.page)) this.#start(waiting);
    }
    const [neighbour] = this.#waiting;
    if (neighbour !== undefined && this.#drawing === 0) this.#start(neighbour);
  }

  #start(waiting: Waiting): void {
    this.#waiting.delete(waiting);
    this.#drawing += 1;
    const isSeen = this.#inView.includes(waiting.page);
    if (isSeen) countDrawing(1);
    const end = () => {
      this.#drawing -= 1;
      if (isSeen) countDrawing(-1);
      this.#next();
    };
    waiting.draw().then(end, end);
  }
}
