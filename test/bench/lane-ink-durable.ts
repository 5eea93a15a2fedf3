import type { Page } from 'playwright-core';
import { Cast } from '../e2e/cast.ts';
import { Notes, wave } from '../e2e/pages/notes.ts';
import { type Line, lineOfValue, quantile } from './measure.ts';

const PAPER = 'Báo cáo tình hình kinh tế';
const strokes = 20;

/** Milliseconds from the pen's lifting until the stroke is on the device's disk, and until the server has taken it. */
interface Stroke {
  readonly local: number;
  readonly ack: number;
}

/**
 * How long a stroke can be lost, p95 of 20 strokes a round, ms: as a member's tablet keeps and sends it, from the
 * moment its page is told that the pen was lifted.
 */
export async function inkDurableLines(rounds: number): Promise<readonly Line[]> {
  const cast = await Cast.open();
  try {
    const [{ page }, room] = await cast.inRoom('writer', 'landscape', 'thanhvien1');
    await room.goToItem('2');
    await room.openPaper(PAPER);
    await room.reader.picture(1).waitFor();
    const notes = new Notes(page);
    await notes.take('pen');
    await watchStrokes(page);
    const local: number[] = [];
    const ack: number[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const measured: Stroke[] = [];
      for (let index = 0; index < strokes; index += 1) {
        const height = 0.1 + (0.4 * index) / strokes;
        await notes.pen(1, wave([0.15, height], [0.85, height], 20));
        measured.push(await strokeKept(page));
        await notes.undo();
      }
      if (round < 0) continue;
      local.push(
        quantile(
          measured.map((stroke) => stroke.local),
          0.95,
        ),
      );
      ack.push(
        quantile(
          measured.map((stroke) => stroke.ack),
          0.95,
        ),
      );
    }
    return [lineOfValue('ink.durable.local', local), lineOfValue('ink.durable.ack', ack)];
  } finally {
    await cast.close();
  }
}

interface Watched {
  strokeKept?: Promise<Stroke>;
}

/** Writes down, in the page: the pen's lifting, the next write to the vault that ends, the server's next answer. */
function watchStrokes(page: Page): Promise<void> {
  return page.evaluate(() => {
    let lifted = 0;
    let saved = (_at: number) => {};
    let taken = (_at: number) => {};
    window.addEventListener(
      'pointerup',
      (event) => {
        if (!(event.target as Element).closest('[data-page]')) return;
        lifted = performance.now();
        const local = new Promise<number>((resolve) => {
          saved = resolve;
        });
        const ack = new Promise<number>((resolve) => {
          taken = resolve;
        });
        const from = lifted;
        (window as Watched).strokeKept = Promise.all([local, ack]).then(([savedAt, takenAt]) => ({
          local: savedAt - from,
          ack: takenAt - from,
        }));
      },
      { capture: true },
    );
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'records' && lifted > 0)
        this.transaction.addEventListener('complete', () => saved(performance.now()), { once: true });
      return put.apply(this, given);
    };
    const send = window.fetch;
    window.fetch = async (...given) => {
      const isSave = given[1]?.method === 'POST' && String(given[0]).endsWith('/annotations');
      const answer = await send(...given);
      if (isSave && answer.ok) taken(performance.now());
      return answer;
    };
  });
}

const strokeKept = async (page: Page): Promise<Stroke> => {
  await page.waitForFunction(() => (window as Watched).strokeKept !== undefined);
  return page.evaluate(async () => {
    const watched = window as Watched;
    const kept = await watched.strokeKept;
    delete watched.strokeKept;
    if (kept === undefined) throw new Error('No stroke was drawn.');
    return kept;
  });
};
