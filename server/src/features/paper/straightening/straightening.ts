import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import type { Straightening, Upload } from '@hopso/shared/paper';
import type { BlobStore } from '#platform/blobs';
import type { Logger } from '#platform/telemetry';
import type { IncomingUpload } from '../receive-upload.ts';
import { knowsScans, PLAIN_PDF, runLimited, SCAN_LANGUAGE, said } from '../scan-programs.ts';
import { withLocalCopy } from '../text/local-copy.ts';

export interface StraighteningOptions {
  readonly blobs: BlobStore;
  readonly logger: Logger;
  /** The door every file of a paper comes through. */
  readonly receive: (incoming: IncomingUpload) => Promise<Result<Upload>>;
}

/** The scan as it lies in the store. */
export interface Scan {
  readonly sha256: string;
  readonly fileName: string;
  readonly pages: number;
  readonly hasText: boolean;
}

interface Reader {
  readonly meetingId: string;
  readonly personId: string;
  /** Asked again before the copy is stored: it may take an hour. */
  readonly mayStore: () => Promise<boolean>;
}

/** Turned where the letters stand on their head or side, then made level. Below this confidence a page is left alone. */
const TURN = [
  ...['ocrmypdf', '-l', SCAN_LANGUAGE, '--rotate-pages', '--rotate-pages-threshold', '3', '--deskew'],
  ...['--skip-text', ...PLAIN_PDF],
];
/** The words the program has read on the way are no words of the paper: recognising scans has its own place. */
const WITHOUT_WORDS = ['gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-dFILTERTEXT'];
/** Results that are remembered; an older one is made anew when it is asked for. */
const MOST_KEPT = 50;

/**
 * Upright, straight copies of scans (P18), one after another, where the machine has the programs for it. What was made
 * is an upload of the meeting like any other; that it was made is known to this process alone.
 */
export class ScanStraightening {
  readonly #options: StraighteningOptions;
  readonly #closing = new AbortController();
  readonly #known = new Map<string, Straightening>();
  #working: Promise<void> = Promise.resolve();

  constructor(options: StraighteningOptions) {
    this.#options = options;
  }

  /** Begins, unless it is under way or done. Refuses `straightening/not-scan`, `straightening/unavailable`. */
  async begin(reader: Reader, scan: Scan): Promise<Result<Straightening>> {
    if (scan.hasText) return refuse('straightening/not-scan');
    const before = this.look(reader.meetingId, scan.sha256);
    if (before !== null && before.state !== 'failed') return ok(before);
    if (!(await isPossible())) return refuse('straightening/unavailable');
    const key = keyOf(reader.meetingId, scan.sha256);
    const begun = { state: 'working', upload: null, problem: null } as const;
    this.#keep(key, begun);
    this.#working = this.#working.then(async () => this.#keep(key, await this.#made(reader, scan)));
    return ok(begun);
  }

  /** Null for what was never asked for. */
  look(meetingId: string, sha256: string): Straightening | null {
    return this.#known.get(keyOf(meetingId, sha256)) ?? null;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#working;
  }

  #keep(key: string, state: Straightening): void {
    this.#known.delete(key);
    this.#known.set(key, state);
    const old = [...this.#known].filter(([, { state: known }]) => known !== 'working');
    for (const [each] of old.slice(0, Math.max(0, old.length - MOST_KEPT))) this.#known.delete(each);
  }

  async #made(reader: Reader, { sha256, fileName, pages }: Scan): Promise<Straightening> {
    const { blobs, logger, receive } = this.#options;
    const { signal } = this.#closing;
    try {
      return await withLocalCopy(blobs, sha256, async ({ folder, file }) => {
        signal.throwIfAborted();
        const [turned, result] = [join(folder, 'turned.pdf'), join(folder, 'straight.pdf')];
        const problem =
          (await runLimited([...TURN, file, turned], { folder, pages }, signal)) ??
          (await runLimited([...WITHOUT_WORDS, `-sOutputFile=${result}`, turned], { folder, pages }, signal));
        signal.throwIfAborted();
        logger.info({ sha256, problem }, problem === null ? 'scan straightened' : 'scan not straightened');
        if (problem !== null) return failed('straightening/failed');
        const upload = await receive({
          ...reader,
          fileName: straightName(fileName),
          bytes: createReadStream(result),
          signal,
        });
        if (!upload.ok) return failed(upload.error.code);
        return { state: 'ready', upload: upload.value, problem: null };
      });
    } catch (err) {
      if (!signal.aborted) logger.error({ err, sha256 }, 'scan not straightened');
      return failed('straightening/failed');
    }
  }
}

const keyOf = (meetingId: string, sha256: string): string => `${meetingId} ${sha256}`;

const failed = (problem: string): Straightening => ({ state: 'failed', upload: null, problem });

const isPossible = async (): Promise<boolean> =>
  (await knowsScans()) && (await said('gs', ['--version'])) !== null;

/** "Bản đồ.pdf" → "Bản đồ (đã chỉnh thẳng).pdf" */
const straightName = (fileName: string): string =>
  `${fileName.replace(/\.pdf$/i, '').slice(0, 180)} (đã chỉnh thẳng).pdf`;
