import { Cast } from '../e2e/cast.ts';
import { type Line, lineOfValue } from './measure.ts';
import { layReady, readingSeat, tapPaper } from './reading-seat.ts';

const turns = 50;
/** As quickly as somebody leafs through. */
const pauseMs = 400;
const rounds = 5;

/** Of 100 turns (50 in the text, 50 in the scan) those painted within two frames of the tap, per cent. */
export async function turnLine(): Promise<Line> {
  const cast = await Cast.open();
  try {
    const seat = await readingSeat(cast);
    const shares: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      let inTime = 0;
      for (const kind of ['text', 'scan'] as const) {
        await tapPaper(seat.page, await layReady(seat, kind));
        inTime += await turnPages(seat.page);
      }
      shares.push((100 * inTime) / (2 * turns));
    }
    return lineOfValue('paper.turn', shares);
  } finally {
    await cast.close();
  }
}

function turnPages(page: Awaited<ReturnType<typeof readingSeat>>['page']): Promise<number> {
  return page.evaluate(
    async ({ count, pause }) => {
      const frame = () => new Promise(requestAnimationFrame);
      const scroller = document.querySelector('[data-testid="paper-pages"]');
      const next = document.querySelector<HTMLElement>('[data-testid="page-next"]');
      /** The page stands at the upper edge, and its picture is there. */
      const isPainted = (target: number) => {
        const canvas = scroller?.querySelector<HTMLCanvasElement>(`[data-page="${target}"] canvas`);
        if (!canvas || canvas.width === 0 || !scroller) return false;
        const away = canvas.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
        return Math.abs(away) < 40;
      };
      let inTime = 0;
      for (let turn = 1; turn <= count; turn += 1) {
        await new Promise((later) => setTimeout(later, pause));
        await frame();
        next?.click();
        await frame();
        await frame();
        if (isPainted(turn + 1)) inTime += 1;
      }
      return inTime;
    },
    { count: turns, pause: pauseMs },
  );
}
