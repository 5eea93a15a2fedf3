// The baselines: what the same machine does when nothing but the network is asked of it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { type WebSocket, WebSocketServer } from 'ws';
import { answerAsks } from './child.ts';

const http = createServer();
let broadcast: (text: string) => void = () => {};
let frame = '';

/** A loop of `ws.send`, triggered by any client's message. */
function serveBareLoop(): void {
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  const sockets = new Set<WebSocket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', () => broadcast(frame));
  });
  broadcast = (text) => {
    for (const socket of sockets) socket.send(text);
  };
}

/**
 * Socket.IO that acknowledges at once and stores nothing, and sends progress frames of the same bytes at the
 * same tick as the product.
 */
function serveBareSocketIo(): void {
  const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
  let count = 0;
  let timer: NodeJS.Timeout | NodeJS.Immediate | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  let lastMs = 0;
  const send = () => {
    timer = null;
    const startedAt = performance.now();
    io.emit('frame', { ...JSON.parse(frame), patch: { votes: { vote: { votedCount: [count] } } } });
    lastAt = performance.now();
    lastMs = lastAt - startedAt;
  };
  const schedule = () => {
    if (timer !== null) return;
    const wait = lastAt + Math.max(20, 3 * lastMs) - performance.now();
    timer = wait <= 0 ? setImmediate(send) : setTimeout(send, wait);
  };
  io.on('connection', (socket) => {
    socket.on('join', (_message, answer) => {
      count = 0;
      answer({ ok: true });
    });
    socket.on('command', (_message, answer) => {
      count += 1;
      answer({ ok: true, seq: count, at: 0, events: 1, created: [] });
      schedule();
    });
  });
}

const api = {
  listen: ({ kind, bytes }: { kind: 'ws' | 'socket.io'; bytes: string }) => {
    frame = bytes;
    if (kind === 'ws') serveBareLoop();
    else serveBareSocketIo();
    return new Promise<number>((resolve) => {
      http.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () =>
        resolve((http.address() as AddressInfo).port),
      );
    });
  },
  /** CPU of this process so far, µs. */
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
};
export type BareServerApi = typeof api;
answerAsks(api);
