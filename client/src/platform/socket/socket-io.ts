import type { Rejection } from '@hopso/shared/kernel';
import type { ClientToServer, ServerToClient } from '@hopso/shared/protocol';
import { io, type Socket } from 'socket.io-client';
import { noteContact } from '#platform/offline';
import type { MeetingSocket, SocketEvents } from './meeting-socket.ts';

type LiveSocket = Socket<ServerToClient, ClientToServer>;

const answerTimeoutMs = 8_000;
/** Soon: whoever was signed out elsewhere must not see the meeting for longer than a second. */
const hungUpMs = 150;
const refusedMs = 1_000;

/** A connection to the server this page came from. `screen` is the token of a wall's device link. */
export function meetingSocket(screen?: string): MeetingSocket {
  const socket: LiveSocket = io({
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
    timeout: 10_000,
    ...(screen !== undefined && { auth: { screen } }),
  });
  const asking = socket.timeout(answerTimeoutMs);
  return {
    open: (events) => openSocket(socket, events),
    join: (message) => asking.emitWithAck('join', message),
    sync: (message) => asking.emitWithAck('sync', message),
    command: (message) => asking.emitWithAck('command', message),
    presence: (message) => {
      socket.volatile.emit('presence', message);
    },
    leader: (message) => asking.emitWithAck('leader', message),
    lead: (message) => {
      socket.volatile.emit('lead', message);
    },
    pointer: (message) => {
      socket.volatile.emit('pointer', message);
    },
    ink: (message) => asking.emitWithAck('ink', message),
    inkUndo: (message) => asking.emitWithAck('inkUndo', message),
  };
}

function openSocket(socket: LiveSocket, events: SocketEvents): () => void {
  let returning: ReturnType<typeof setTimeout> | undefined;
  /** The library comes back by itself, except where the server hung up or refused: a restart, a slow reader. */
  function comeBack(afterMs: number) {
    clearTimeout(returning);
    returning = setTimeout(() => socket.connect(), afterMs * (1 + Math.random()));
  }
  socket.on('connect', events.onUp);
  socket.on('disconnect', () => {
    noteContact();
    events.onDown();
    if (!socket.active) comeBack(hungUpMs);
  });
  socket.on('connect_error', (failure) => {
    const refusal = refusalIn(failure);
    if (refusal !== null) {
      events.onRefused(refusal);
      return;
    }
    events.onDown();
    if (!socket.active) comeBack(refusedMs);
  });
  socket.on('frame', events.onFrame);
  socket.on('mine', events.onMine);
  socket.on('reset', ({ reason }) => events.onReset(reason));
  socket.on('upgrade', ({ version }) => events.onUpgrade(version));
  socket.on('presence', events.onPresence);
  socket.on('led', events.onLed);
  socket.on('pointer', events.onPointer);
  socket.on('ink', events.onInk);
  socket.on('inkPart', events.onInkPart);
  socket.on('annotations', events.onNotes);
  socket.connect();
  return () => {
    clearTimeout(returning);
    socket.off();
    socket.disconnect();
  };
}

/** The server refuses a handshake with the code of the problem as the error's message. */
function refusalIn({ message }: Error): Rejection | null {
  return /^[a-z-]+\/[a-z-]+$/.test(message) ? { code: message } : null;
}
