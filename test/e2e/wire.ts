import type { Page, Response } from 'playwright-core';

/** One thing the server told this browser. */
export interface Told {
  /** The socket's message name (`frame`, `mine`, `answer`, …) or the path of the request. */
  readonly about: string;
  readonly text: string;
}

/** Everything the server told one browser: each message of its sockets, each answer of the interface. */
export class Wire {
  readonly #told: Told[] = [];
  readonly #reading: Promise<void>[] = [];

  listen(page: Page): void {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#receive(String(payload)));
    });
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.startsWith('/api/') || isFile(response)) return;
      this.#reading.push(this.#read(pathname, response));
    });
  }

  /** A mark to look from later. */
  get position(): number {
    return this.#told.length;
  }

  /** What was told since the mark, answers still under way included. */
  async since(position = 0): Promise<readonly Told[]> {
    await Promise.all(this.#reading.splice(0));
    return this.#told.slice(position);
  }

  /** Whether a text was ever told to this browser. */
  async holds(text: string): Promise<boolean> {
    return (await this.since()).some((told) => told.text.includes(text));
  }

  /** Socket.IO: `42["frame",…]` is a message, `43…` the answer to one; the rest keeps the line open. */
  #receive(payload: string): void {
    const name = /^42\d*\["([^"]+)"/.exec(payload)?.[1];
    if (name !== undefined) this.#told.push({ about: name, text: payload });
    else if (payload.startsWith('43')) this.#told.push({ about: 'answer', text: payload });
  }

  async #read(path: string, response: Response): Promise<void> {
    // A page that was left takes its answers with it: nobody saw them.
    const text = await response.text().catch(() => '');
    this.#told.push({ about: path, text });
  }
}

const isFile = (response: Response): boolean =>
  (response.headers()['content-type'] ?? '').includes('application/pdf');
