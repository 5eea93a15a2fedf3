import type { BareServerApi } from './bare-server.ts';
import { startChild } from './child.ts';
import type { ClientsApi } from './clients.ts';
import type { LiveServerApi } from './live-server.ts';
import { type Line, lineOfPairs, median, type Pair } from './measure.ts';
import { withFolder } from './scratch-folder.ts';

const FOLLOWERS = 200;
const TURNS = 100;
const PAPER = 'paper-0';
/** What a follower is told of a turn, as Socket.IO writes it. */
const TURN = `42["led",${JSON.stringify({
  meeting: 'follow',
  leader: { personId: 'person-secretary', name: 'person-secretary' },
  namedId: null,
  place: { paper: PAPER, version: 1, page: 37, y: 612.25 },
})}]`;

/** From the presenter's turn to the last of two hundred followers, p50 of a hundred turns. */
export function followLine(pairs: number): Promise<Line> {
  return withFolder(async (dataDir) => {
    const here = (name: string) => new URL(name, import.meta.url);
    const live = startChild<LiveServerApi>(here('live-server.ts'));
    const bare = startChild<BareServerApi>(here('bare-server.ts'));
    const liveClients = startChild<ClientsApi>(here('clients.ts'));
    const bareClients = startChild<ClientsApi>(here('clients.ts'));
    const livePort = await live.ask('listen', dataDir);
    const barePort = await bare.ask('listen', { kind: 'ws', bytes: TURN });
    await live.ask('seat', { meeting: 'follow', electors: FOLLOWERS, hasVote: false });
    const to = (port: number) => `ws://127.0.0.1:${port}`;
    await liveClients.ask('connect', { base: to(livePort), kind: 'socket.io', count: FOLLOWERS });
    await liveClients.ask('join', 'follow');
    await liveClients.ask('takeLead', 'follow');
    await bareClients.ask('connect', { base: to(barePort), kind: 'ws', count: FOLLOWERS });

    const measured: Pair[] = [];
    for (let round = -1; round < pairs; round += 1) {
      const ours = await liveClients.ask('turnPages', { meeting: 'follow', paper: PAPER, count: TURNS });
      const theirs = await bareClients.ask('bareBroadcasts', { count: TURNS, everyMs: 110 });
      if (round >= 0) measured.push({ value: median(ours), baseline: median(theirs) });
    }
    await Promise.all([live, bare, liveClients, bareClients].map((child) => child.stop()));
    return lineOfPairs('follow.turn', measured);
  });
}
