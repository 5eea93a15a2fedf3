import { readFile } from 'node:fs/promises';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Order, PageWithText } from './examination.ts';
import { openDocument } from './open-pages.ts';
import { readText } from './read-text.ts';

type TextOrder = Extract<Order, { task: 'text' }>;

/** Reads the words of one file after the other; the last one stays open for the next pages. */
export class OpenText {
  #file: string | null = null;
  #loading: PDFDocumentLoadingTask | null = null;

  /** @throws what the engine throws when it cannot open the file at all. */
  async read({ file, first, last }: TextOrder): Promise<PageWithText[]> {
    if (this.#loading === null || this.#file !== file) {
      await this.close();
      this.#loading = openDocument(await readFile(file));
      this.#file = file;
    }
    return readText(await this.#loading.promise, first, last);
  }

  async close(): Promise<void> {
    const loading = this.#loading;
    this.#loading = null;
    await loading?.destroy();
  }
}
