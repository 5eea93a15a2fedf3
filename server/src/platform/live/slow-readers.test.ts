import type { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { manualClock } from '#platform/clock';
import { createLogger } from '#platform/telemetry';
import { watchSlowReaders } from './slow-readers.ts';

const logger = createLogger({ level: 'silent' });
let cut: string[];

beforeEach(() => {
  cut = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function reader(id: string, { inTransport = 0, queued = 0 }) {
  const socket = { bufferedAmount: inTransport, terminate: () => cut.push(id) };
  const conn = {
    writeBuffer: queued === 0 ? [] : [{ data: 'x'.repeat(queued) }],
    transport: { socket },
    close: () => cut.push(id),
  };
  return { id, conn, socket };
}

/** Looks once a second at these connections, on a clock that moves along. */
function watch(readers: ReturnType<typeof reader>[]) {
  const clock = manualClock(0);
  const io = { of: () => ({ sockets: new Map(readers.map((one) => [one.id, one])) }) };
  const stop = watchSlowReaders(io as unknown as Pick<Server, 'of'>, clock, logger);
  return {
    stop,
    second: () => {
      clock.advance(1_000);
      vi.advanceTimersByTime(1_000);
    },
  };
}

test('who owes more than a mebibyte is cut at the next look', () => {
  const { second, stop } = watch([
    reader('network', { inTransport: 1024 * 1024 + 1 }),
    reader('queue', { queued: 1024 * 1024 + 1 }),
    reader('both', { inTransport: 600_000, queued: 600_000 }),
    reader('little', { inTransport: 1024 * 1024 }),
    reader('nothing', {}),
  ]);
  second();
  expect(cut).toEqual(['network', 'queue', 'both']);
  stop();
});

test('who owes anything at all for five seconds is cut, unless they caught up in between', () => {
  const slow = reader('slow', { inTransport: 10 });
  const uneven = reader('uneven', { inTransport: 10 });
  const { second, stop } = watch([slow, uneven]);
  for (let n = 0; n < 3; n += 1) second();
  uneven.socket.bufferedAmount = 0;
  second();
  uneven.socket.bufferedAmount = 10;
  for (let n = 0; n < 2; n += 1) second();
  expect(cut).toEqual(['slow']);
  stop();
  second();
  expect(cut).toEqual(['slow']);
});
