import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Config, ConfigError } from '#platform/config';

/** A thousand tablets connect in one second when the power or the Wi-Fi comes back. */
const backlog = 4096;

const limits = {
  /** Slow senders of headers are cut. */
  headersTimeout: 15_000,
  /** A paper of 100 MB over a weak Wi-Fi still has to arrive. */
  requestTimeout: 600_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
};

/**
 * The server for this app, over TLS when certificates are configured; not yet listening.
 * @throws ConfigError when TLS_CERT or TLS_KEY cannot be read.
 */
export function createWebServer(app: RequestListener, { tls }: Pick<Config, 'tls'>): Server {
  const server =
    tls === undefined
      ? createServer(limits, app)
      : createTlsServer(
          {
            ...limits,
            minVersion: 'TLSv1.2',
            cert: readPem('TLS_CERT', tls.certFile),
            key: readPem('TLS_KEY', tls.keyFile),
          },
          app,
        );
  // Silence on a connection, not the length of a request; WebSockets lift it for themselves.
  server.setTimeout(120_000);
  return server;
}

function readPem(variable: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError([`${variable}: the file ${path} cannot be read`]);
  }
}

/** Starts listening; returns the port in use. Rejects with the system's error, such as `EADDRINUSE`. */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
