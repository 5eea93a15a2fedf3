import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { counts, Wire } from '../support/line.ts';
import { type LiveSide, openLiveSide } from '../support/live-side.ts';
import { failedSeeds } from './failed-seeds.ts';
import { runSeed } from './run.ts';

/** More of them by night: CONVERGENCE_RUNS=10000. */
const RUNS = Number(process.env.CONVERGENCE_RUNS ?? 200);

let side: LiveSide;
let wire: Wire;
const sum = { accepted: 0, refused: 0, failed: 0, drops: 0, lost: 0 };

beforeAll(async () => {
  side = await openLiveSide({ delivery: (meeting) => wire.delivery(meeting) });
  // What survives a power cut is looked at elsewhere; here it would only cost time.
  side.database.writer.pragma('synchronous = OFF');
  wire = new Wire(side);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await side.close();
});

async function run(seed: number): Promise<void> {
  const ran = await runSeed(seed, side, wire);
  for (const what of Object.keys(sum) as (keyof typeof sum)[]) sum[what] += ran[what];
}

describe('every device ends with what holds, whatever happened on the way', () => {
  test.each(failedSeeds)('seed $seed, which failed once: $was', ({ seed }) => run(seed));

  test(
    `in ${RUNS} runs of other seeds`,
    async () => {
      for (let seed = 1; seed <= RUNS; seed += 1) await run(seed);
    },
    RUNS * 1_000,
  );
});

test('the runs were not empty', () => {
  const atLeast = (perRun: number) => RUNS * perRun;
  expect(sum.accepted).toBeGreaterThan(atLeast(30));
  expect(sum.refused).toBeGreaterThan(atLeast(10));
  expect(sum.failed).toBeGreaterThan(atLeast(2));
  expect(sum.drops).toBeGreaterThan(atLeast(4));
  expect(sum.lost).toBeGreaterThan(atLeast(3));
  expect(counts.frames).toBeGreaterThan(atLeast(25));
  expect(counts.mine).toBeGreaterThan(atLeast(6));
  expect(counts.resets).toBeGreaterThan(atLeast(0.5));
  expect(counts.snapshots).toBeGreaterThan(atLeast(6));
  expect(counts.questions).toBeGreaterThan(atLeast(15));
});
