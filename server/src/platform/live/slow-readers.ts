import type { Server } from 'socket.io';
import type { Clock } from '#platform/clock';
import type { Logger } from '#platform/telemetry';

/** A reader that owes this much, or has not caught up for this long, is cut and comes back by snapshot. */
const BACKLOG_BYTES = 1024 * 1024;
const BEHIND_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

interface QueuedPacket {
  readonly data?: unknown;
}

/** What is read of a connection: packets not yet handed to the transport, and bytes not yet taken by the network. */
interface Connection {
  readonly writeBuffer: readonly QueuedPacket[];
  readonly transport: { readonly socket?: { readonly bufferedAmount: number; terminate(): void } };
  close(discard: boolean): void;
}

/**
 * Socket.IO queues without a limit for a client that stops reading: unprotected, one of them cost 524 MB
 * (security.md F7). Looks once a second. Returns what stops the watching.
 */
export function watchSlowReaders(io: Pick<Server, 'of'>, clock: Clock, logger: Logger): () => void {
  const behindSince = new WeakMap<object, number>();
  const timer = setInterval(() => {
    const now = clock.monotonic();
    for (const socket of io.of('/').sockets.values()) {
      const connection = socket.conn as unknown as Connection;
      const owed = owedBytes(connection);
      if (owed === 0) {
        behindSince.delete(connection);
        continue;
      }
      const since = behindSince.get(connection) ?? now;
      behindSince.set(connection, since);
      if (owed <= BACKLOG_BYTES && now - since < BEHIND_MS) continue;
      logger.warn({ socket: socket.id, owed }, 'slow reader cut');
      // A polite end would wait for the very queue that does not drain, and keep it in memory meanwhile.
      if (connection.transport.socket === undefined) connection.close(true);
      else connection.transport.socket.terminate();
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function owedBytes(connection: Connection): number {
  const inTransport = connection.transport.socket?.bufferedAmount ?? 0;
  return connection.writeBuffer.reduce((sum, packet) => sum + sizeOf(packet.data), inTransport);
}

const sizeOf = (data: unknown): number =>
  typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : 1;
