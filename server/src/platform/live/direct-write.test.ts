import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame } from '@hopso/shared/protocol';
import { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { broadcastDirectly, textFrame } from './direct-write.ts';

const frame = (to: number, text = ''): Frame => ({ meeting: 'm', from: to - 1, to, patch: { text: [text] } });
const direct = (message: Frame) => ({ event: 'frame', message }) as const;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function room(): Promise<{ io: Server; received: Promise<object[]> }> {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const client = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
    transports: ['websocket'],
  });
  closing.push(
    () => client.close(),
    () => void io.close(),
  );
  const received = new Promise<object[]>((resolve) => {
    const all: object[] = [];
    client.on('frame', (message: object) => {
      all.push(message);
      if (all.length === 4) resolve(all);
    });
  });
  await new Promise<void>((resolve) => {
    io.on('connection', (socket) => {
      void socket.join('hall');
      resolve();
    });
  });
  return { io, received };
}

test('messages written directly and the ordinary way arrive whole and in order', async () => {
  const { io, received } = await room();
  const long = 'Dự thảo Nghị quyết điều chỉnh kế hoạch đầu tư công '.repeat(40);
  await expect.poll(() => broadcastDirectly(io, 'hall', direct(frame(1, long)))).toBe(1);
  io.to('hall').emit('frame', frame(2));
  broadcastDirectly(io, 'hall', direct(frame(3, 'đ'.repeat(70_000))));
  io.to('hall').emit('frame', frame(4));
  expect((await received).map((message) => (message as Frame).to)).toEqual([1, 2, 3, 4]);
  expect((await received)[0]).toEqual(frame(1, long));
});

test('nobody in the room is no message', async () => {
  const { io } = await room();
  expect(broadcastDirectly(io, 'an empty room', direct(frame(1)))).toBe(0);
});

test('a frame names its length in bytes, whatever its size', () => {
  expect([...textFrame('é').subarray(0, 2)]).toEqual([0x81, 2]);
  expect(textFrame('a'.repeat(300)).readUInt16BE(2)).toBe(300);
  expect(textFrame('a'.repeat(70_000)).readBigUInt64BE(2)).toBe(70_000n);
});
