import { Cast } from '../e2e/cast.ts';
import { meetingOf } from '../e2e/door.ts';
import { serveBarePage } from './bare-page.ts';
import { type Line, lineOfPairs, lineOfValue, type Pair } from './measure.ts';
import { layReady, type PaperKind, type ReadingSeat, readingSeat, tapPaper } from './reading-seat.ts';

type Measured = { readonly pairs: Pair[]; readonly megabytes: number[] };

/**
 * From the tap in an open workspace until the first page is painted, ÷ the same file opened and drawn by pdf.js in a
 * page that holds nothing else; both with a worker that runs already and without a cache. And what the scan loads
 * until then.
 */
export async function firstPageLines(pairs: number): Promise<readonly Line[]> {
  const cast = await Cast.open();
  try {
    const seat = await readingSeat(cast);
    const text = await measure(cast, seat, 'text', pairs);
    const scan = await measure(cast, seat, 'scan', pairs);
    return [
      lineOfPairs('paper.first_page.text', text.pairs),
      lineOfPairs('paper.first_page.scan', scan.pairs),
      lineOfValue('paper.first_bytes_mb', scan.megabytes),
    ];
  } finally {
    await cast.close();
  }
}

async function measure(cast: Cast, seat: ReadingSeat, kind: PaperKind, count: number): Promise<Measured> {
  const { page, room, cdp } = seat;
  const id = await layReady(seat, kind);
  const file = await page.request.get(`/api/meetings/${meetingOf(page)}/papers/${id}/file`);
  const bare = await serveBarePage(new Map([['paper.pdf', await file.body()]]));
  const { page: barePage, context } = await cast.seat(`bare ${kind}`, 'landscape');
  await barePage.goto(bare.url);
  await barePage.waitForFunction(() => 'openBare' in window);
  const bareCdp = await context.newCDPSession(barePage);
  for (const session of [cdp, bareCdp]) {
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  }
  const received = countBytes(cdp);
  const measured: Measured = { pairs: [], megabytes: [] };
  for (let round = -2; round < count; round += 1) {
    received.reset();
    const { ms, pixels } = await tapPaper(page, id);
    const bytes = received.total();
    await room.openOverview();
    const baseline = await barePage.evaluate(
      (width) =>
        (window as unknown as { openBare: (url: string, width: number) => Promise<number> }).openBare(
          '/paper.pdf',
          width,
        ),
      pixels,
    );
    if (round < 0) continue;
    measured.pairs.push({ value: ms, baseline });
    measured.megabytes.push(bytes / 1_000_000);
  }
  await barePage.close();
  await bare.close();
  return measured;
}

/** Bytes of papers that reach the page. */
function countBytes(cdp: ReadingSeat['cdp']) {
  let bytes = 0;
  const ofPapers = new Set<string>();
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (/\/papers\/[^/]+\/file/.test(request.url)) ofPapers.add(requestId);
  });
  cdp.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (ofPapers.has(requestId)) bytes += dataLength;
  });
  return {
    reset: () => {
      bytes = 0;
    },
    total: () => bytes,
  };
}
