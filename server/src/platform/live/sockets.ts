import type { Server as WebServer } from 'node:http';
import type { Actor } from '@hopso/shared/meeting';
import {
  type ClientToServer,
  type ResetReason,
  SCREEN_HEADER,
  type ServerToClient,
} from '@hopso/shared/protocol';
import { Server, type Socket } from 'socket.io';
import type { Clock } from '#platform/clock';
import { type Authenticate, isOwnOrigin } from '#platform/http';
import type { Logger, Metrics } from '#platform/telemetry';
import { Cuts } from './cuts.ts';
import { type Caller, type Connection, Door } from './door.ts';
import type { LiveRooms } from './rooms.ts';
import { watchSlowReaders } from './slow-readers.ts';
import { TokenBucket } from './token-bucket.ts';

/** Commands carry texts of at most some 20,000 characters; anything larger is no message of ours. */
const MAX_MESSAGE_BYTES = 256 * 1024;
/** Everything on the wire counts, also what is no message of ours: namespaces, acknowledgements, empty packets. */
const PACKETS_PER_SECOND = 50;
const PACKET_BURST = 200;

interface SocketData {
  caller: Caller;
  door: Door;
  /** When it asked to come in; monotonic, ms. */
  askedAt: number;
}

type LiveServer = Server<ClientToServer, ServerToClient, Record<never, never>, SocketData>;
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<never, never>, SocketData>;

export interface SocketsOptions {
  readonly webServer: WebServer;
  readonly publicUrl: URL | undefined;
  readonly authenticate: Authenticate;
  /** The person's card and the units they prepare meetings for; null when the account is gone. */
  readonly actorOf: (personId: string) => Promise<Actor | null>;
  /** The meeting a wall's device link is for; null when it was revoked. */
  readonly resolveScreen: (token: string) => Promise<string | null>;
  /** Told of every message of a sign-in: who uses an open connection is not idle. */
  readonly onUse?: (sessionId: string) => void;
  readonly rooms: LiveRooms;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface LiveSockets {
  readonly io: LiveServer;
  /** Cuts every socket of a sign-in, or of a person; they may come back if they still may. */
  disconnectSession(sessionId: string): void;
  disconnectPerson(personId: string): void;
  disconnectScreens(meetingId: string): void;
  /** Tells everybody in a room to forget the meeting, and takes them out of it: nothing of it reaches them any more. */
  showOut(room: string, meetingId: string, reason: ResetReason): void;
  /** Cuts every socket; the web server is its owner's to close. */
  close(): void;
}

/** The live door: websocket only, own origin only, every message parsed before anything is done with it. */
export function openSockets(options: SocketsOptions): LiveSockets {
  const io: LiveServer = new Server(options.webServer, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 15_000,
    pingTimeout: 20_000,
    allowRequest: (req, done) => {
      const origin = {
        origin: req.headers.origin,
        secFetchSite: headerOf(req.headers['sec-fetch-site']),
        host: req.headers.host,
      };
      done(null, isOwnOrigin(origin, options.publicUrl));
    },
  });
  const cuts = new Cuts(options.clock);
  io.engine.on('connection', (connection: RawConnection) => limitPackets(connection, options));
  io.use((socket, next) => {
    socket.data.askedAt = options.clock.monotonic();
    identify(socket, options)
      .then((caller) => {
        if (caller === null) return next(new Error('auth/required'));
        socket.data.caller = caller;
        socket.data.door = new Door(connectionOf(socket), options);
        return next();
      })
      .catch((cause: unknown) => {
        options.logger.error({ err: cause }, 'handshake failed');
        next(new Error('internal'));
      });
  });
  io.on('connection', (socket) => {
    const { askedAt, caller } = socket.data;
    if (cuts.areNewerThan(askedAt, namesOf(caller))) socket.disconnect(true);
    else serve(socket, options);
  });
  const stopWatching = watchSlowReaders(io, options.clock, options.logger);
  const cut = (name: string) => {
    cuts.note(name);
    for (const socket of [...io.of('/').sockets.values()])
      if (namesOf(socket.data.caller).includes(name)) socket.disconnect(true);
  };
  return {
    io,
    disconnectSession: (sessionId) => cut(sessionName(sessionId)),
    disconnectPerson: (personId) => cut(personName(personId)),
    disconnectScreens: (meetingId) => cut(screenName(meetingId)),
    showOut: (room, meetingId, reason) => {
      for (const id of [...(io.of('/').adapter.rooms.get(room) ?? [])]) {
        const socket = io.of('/').sockets.get(id);
        socket?.emit('reset', { meeting: meetingId, reason });
        // What was the person's a moment ago must not reach them in the next frame, nor by asking for it.
        socket?.data.door.leave(meetingId);
      }
    },
    close: () => {
      stopWatching();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

const sessionName = (sessionId: string): string => `session ${sessionId}`;
const personName = (personId: string): string => `person ${personId}`;
const screenName = (meetingId: string): string => `screen ${meetingId}`;

/** By what a connection can be cut. */
const namesOf = (caller: Caller): readonly string[] =>
  caller.kind === 'screen'
    ? [screenName(caller.meetingId)]
    : [sessionName(caller.principal.sessionId), personName(caller.actor.personId)];

const connectionOf = (socket: LiveSocket): Connection => ({
  id: socket.id,
  caller: socket.data.caller,
  isOpen: () => socket.connected,
  enterRoom: (room) => void socket.join(room),
  leaveRoom: (room) => void socket.leave(room),
  tellUpgrade: (version) => void socket.emit('upgrade', { version }),
});

const headerOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

async function identify(socket: LiveSocket, options: SocketsOptions): Promise<Caller | null> {
  const given: unknown = socket.handshake.auth.screen ?? socket.handshake.headers[SCREEN_HEADER];
  if (given !== undefined) {
    if (typeof given !== 'string') return null;
    const meetingId = await options.resolveScreen(given);
    return meetingId === null ? null : { kind: 'screen', meetingId };
  }
  const principal = await options.authenticate(socket.handshake.headers.cookie);
  if (principal === null || principal.passwordChangeRequired) return null;
  const actor = await options.actorOf(principal.personId);
  return actor === null ? null : { kind: 'person', principal, actor };
}

/** The connection below Socket.IO, from its first packet on: nobody need be signed in to send some. */
interface RawConnection {
  readonly id: string;
  readonly transport: { readonly socket: { terminate(): void } };
  on(event: 'packet', listener: () => void): void;
  off(event: 'packet', listener: () => void): void;
  close(discard: boolean): void;
}

/** A flood from one tablet must not slow the hall: it is cut off and may come back. */
function limitPackets(connection: RawConnection, { clock, logger }: SocketsOptions): void {
  const bucket = new TokenBucket(PACKET_BURST, PACKETS_PER_SECOND, clock);
  const count = () => {
    if (bucket.take()) return;
    connection.off('packet', count);
    logger.warn({ connection: connection.id }, 'too many messages, socket closed');
    // Closed first: what the network has brought already is not looked at any more.
    const { socket } = connection.transport;
    connection.close(true);
    socket.terminate();
  };
  connection.on('packet', count);
}

function serve(socket: LiveSocket, { onUse }: SocketsOptions): void {
  const { door, caller } = socket.data;
  socket.use((_packet, next) => {
    if (caller.kind === 'person') onUse?.(caller.principal.sessionId);
    next();
  });
  for (const name of ['join', 'sync', 'command', 'leader', 'ink', 'inkUndo'] as const) {
    // Who sends no place for the answer could not tell a refusal from success.
    socket.on(name, (message: unknown, reply: unknown) => {
      if (typeof reply === 'function') door.receive(name, message, (answer) => reply(answer));
    });
  }
  socket.on('presence', (message: unknown) => door.notePresence(message));
  socket.on('lead', (message: unknown) => door.noteLead(message));
  socket.on('pointer', (message: unknown) => door.notePointer(message));
  socket.on('leave', (message: unknown) => door.noteLeave(message));
  socket.on('disconnect', () => door.leaveAll());
}
