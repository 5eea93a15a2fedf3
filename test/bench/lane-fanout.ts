import type { BareServerApi } from './bare-server.ts';
import { startChild } from './child.ts';
import type { ClientsApi } from './clients.ts';
import type { LiveServerApi } from './live-server.ts';
import { type Line, lineOfPairs, median, type Pair } from './measure.ts';
import { withFolder } from './scratch-folder.ts';

const TABLETS = 1000;
const BROADCASTS = 40;
/** The frame a move between two items makes for the members, as Socket.IO writes it. */
const FRAME = `42["frame",${JSON.stringify({
  meeting: 'fanout',
  from: 1040,
  to: 1041,
  patch: {
    meeting: { currentItemId: ['item-1'] },
    items: {
      'item-0': { state: ['visited'], spentMs: [81], currentSince: [null] },
      'item-1': { state: ['current'], currentSince: [1795456789123] },
    },
  },
})}]`;

/** CPU per delivered frame, and from the desk's command to the last of a thousand tablets. */
export function fanoutLines(pairs: number): Promise<readonly Line[]> {
  return withFolder(async (dataDir) => {
    const here = (name: string) => new URL(name, import.meta.url);
    const live = startChild<LiveServerApi>(here('live-server.ts'));
    const bare = startChild<BareServerApi>(here('bare-server.ts'));
    const liveClients = startChild<ClientsApi>(here('clients.ts'));
    const bareClients = startChild<ClientsApi>(here('clients.ts'));
    const livePort = await live.ask('listen', dataDir);
    const barePort = await bare.ask('listen', { kind: 'ws', bytes: FRAME });
    await live.ask('seat', { meeting: 'fanout', electors: TABLETS, hasVote: false });
    await liveClients.ask('connect', {
      base: `ws://127.0.0.1:${livePort}`,
      kind: 'socket.io',
      count: TABLETS,
    });
    await liveClients.ask('join', 'fanout');
    await bareClients.ask('connect', { base: `ws://127.0.0.1:${barePort}`, kind: 'ws', count: TABLETS });

    const cpu: Pair[] = [];
    const last: Pair[] = [];
    for (let round = -1; round < pairs; round += 1) {
      const from = ((round + 1) * BROADCASTS) % 7;
      const ours = await costOf(live, () =>
        liveClients.ask('moveItems', { meeting: 'fanout', from, count: BROADCASTS }),
      );
      const theirs = await costOf(bare, () => bareClients.ask('bareBroadcasts', { count: BROADCASTS }));
      if (round < 0) continue;
      cpu.push({ value: ours.cpu, baseline: theirs.cpu });
      last.push({ value: median(ours.times), baseline: median(theirs.times) });
    }
    await Promise.all([live, bare, liveClients, bareClients].map((child) => child.stop()));
    return [lineOfPairs('fanout.cpu', cpu), lineOfPairs('fanout.last', last)];
  });
}

interface Measured {
  ask(name: 'cpu'): Promise<number>;
}

/** µs of the server process alone, per delivered frame. */
async function costOf(
  server: Measured,
  run: () => Promise<number[]>,
): Promise<{ cpu: number; times: number[] }> {
  const before = await server.ask('cpu');
  const times = await run();
  return { cpu: ((await server.ask('cpu')) - before) / (times.length * TABLETS), times };
}
