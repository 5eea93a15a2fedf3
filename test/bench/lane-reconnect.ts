import type { BareServerApi } from './bare-server.ts';
import { startChild } from './child.ts';
import type { ClientsApi } from './clients.ts';
import { type Line, lineOfPairs, type Pair } from './measure.ts';
import type { ReconnectServerApi } from './reconnect-server.ts';
import { withFolder } from './scratch-folder.ts';

const TABLETS = 1000;
const here = (name: string) => new URL(name, import.meta.url);

/** From a server that has just become ready until a thousand signed-in tablets are in sync, without jitter. */
export function reconnectLine(pairs: number): Promise<Line> {
  return withFolder(async (dataDir) => {
    const preparing = startChild<ReconnectServerApi>(here('reconnect-server.ts'));
    const cookies = await preparing.ask('prepare', { dataDir, count: TABLETS });
    await preparing.stop();
    const measured: Pair[] = [];
    for (let round = -1; round < pairs; round += 1) {
      const value = await comeBack(dataDir, cookies);
      const baseline = await connectBare();
      if (round >= 0) measured.push({ value, baseline });
    }
    return lineOfPairs('storm.reconnect', measured);
  });
}

async function comeBack(dataDir: string, cookies: string[]): Promise<number> {
  const server = startChild<ReconnectServerApi>(here('reconnect-server.ts'));
  const clients = startChild<ClientsApi>(here('clients.ts'));
  const base = `http://127.0.0.1:${await server.ask('listen', dataDir)}`;
  const ready = await fetch(`${base}/readyz`);
  if (!ready.ok) throw new Error(`not ready: ${ready.status}`);
  const ms = await clients.ask('comeBack', { base, meeting: 'hall', cookies });
  await Promise.all([server.stop(), clients.stop()]);
  return ms;
}

async function connectBare(): Promise<number> {
  const server = startChild<BareServerApi>(here('bare-server.ts'));
  const clients = startChild<ClientsApi>(here('clients.ts'));
  const port = await server.ask('listen', { kind: 'socket.io', bytes: '{}' });
  const ms = await clients.ask('connect', {
    base: `ws://127.0.0.1:${port}`,
    kind: 'socket.io',
    count: TABLETS,
  });
  await Promise.all([server.stop(), clients.stop()]);
  return ms;
}
