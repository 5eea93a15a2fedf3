import { Cast } from '../e2e/cast.ts';
import { ask, meetingOf } from '../e2e/door.ts';
import { Notes, type Spot, wave } from '../e2e/pages/notes.ts';
import type { Workspace } from '../e2e/pages/workspace.ts';
import { type Line, lineOfPairs, type Pair } from './measure.ts';

const PAPER = 'Báo cáo tình hình kinh tế';
const onPage = 600;
const inPaper = 5_000;
const batch = 100;
const strokePoints = 600;

/**
 * Script time of a frame, ms, while a stroke of 600 points is drawn on a page with 600 strokes of a paper with 5,000,
 * ÷ the same on the same page without any.
 */
export async function inkFrameLine(pairs: number): Promise<Line> {
  const cast = await Cast.open();
  try {
    const [full, empty] = await Promise.all([writer(cast, 'thanhvien1'), writer(cast, 'thanhvien2')]);
    await fill(full);
    await full.notes
      .drawn(1)
      .nth(onPage - 1)
      .waitFor({ state: 'attached', timeout: 60_000 });
    const measured: Pair[] = [];
    for (let round = -1; round < pairs; round += 1) {
      const value = await frameMs(full);
      const baseline = await frameMs(empty);
      if (round >= 0) measured.push({ value, baseline });
    }
    return lineOfPairs('ink.frame', measured);
  } finally {
    await cast.close();
  }
}

interface Writer {
  readonly room: Workspace;
  readonly notes: Notes;
}

async function writer(cast: Cast, userName: string): Promise<Writer> {
  const [seat, room] = await cast.inRoom(userName, 'landscape', userName);
  await room.goToItem('2');
  await room.openPaper(PAPER);
  await room.reader.picture(1).waitFor();
  const notes = new Notes(seat.page);
  await notes.take('pen');
  return { room, notes };
}

/** Strokes of 40 points from edge to edge, as if somebody had written for a day. */
async function fill({ room }: Writer): Promise<void> {
  const { page } = room;
  const meeting = meetingOf(page);
  const { body } = await ask(page, 'GET', `/api/meetings/${meeting}/snapshot`);
  const paper = Object.values<{ id: string; title: string; pages: number }>(body.view.papers).find(
    ({ title }) => title.startsWith(PAPER),
  );
  if (paper === undefined) throw new Error('The paper is not there.');
  const at = Date.now();
  for (let first = 0; first < inPaper; first += batch) {
    const acts = Array.from({ length: batch }, (_, index) => stroke(paper, first + index, at));
    const answer = await ask(page, 'POST', `/api/meetings/${meeting}/annotations`, { acts });
    if (answer.status !== 200) throw new Error(`Notes were refused: ${answer.status}`);
  }
  await page.reload();
  await new Notes(page).take('pen');
}

function stroke(paper: { readonly id: string; readonly pages: number }, index: number, at: number) {
  const page = index < onPage ? 1 : 2 + (index % (paper.pages - 1));
  const left = 60 + (index % 20) * 20;
  const bottom = 80 + (Math.floor(index / 20) % 30) * 22;
  const points = Array.from({ length: 40 }, (_, part) => [left + part, bottom + (part % 7), 0.5]);
  return {
    actId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    paperId: paper.id,
    version: 1,
    page,
    type: 'ink',
    sharing: 'private',
    body: { colour: 'blue', width: 1.6, points, isPressureMeasured: true },
    at,
  };
}

/** Draws one stroke and takes it back; script time of the stroke by its frames. */
async function frameMs({ notes, room }: Writer): Promise<number> {
  const { page } = room;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const scriptMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
  };
  const before = await scriptMs();
  const frames = countFrames(page);
  const spots: Spot[] = wave([0.12, 0.2], [0.85, 0.5], strokePoints);
  await notes.pen(1, spots);
  const drawn = await frames();
  const spent = (await scriptMs()) - before;
  await cdp.detach();
  await notes.undo();
  return spent / drawn;
}

/** Counts the frames of a page until its answer is asked for. */
function countFrames(page: Writer['room']['page']): () => Promise<number> {
  const started = page.evaluate(() => {
    let frames = 0;
    let handle = 0;
    const next = () => {
      frames += 1;
      handle = requestAnimationFrame(next);
    };
    handle = requestAnimationFrame(next);
    Object.assign(window, {
      stopFrames: () => {
        cancelAnimationFrame(handle);
        return frames;
      },
    });
  });
  return async () => {
    await started;
    return page.evaluate(() => (window as unknown as { stopFrames: () => number }).stopFrames());
  };
}
