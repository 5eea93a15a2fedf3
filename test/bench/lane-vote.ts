import type { BareServerApi } from './bare-server.ts';
import { startChild } from './child.ts';
import type { ClientsApi } from './clients.ts';
import type { LiveServerApi } from './live-server.ts';
import { type Line, lineOfPairs, median, type Pair } from './measure.ts';
import { withFolder } from './scratch-folder.ts';

const TABLETS = 1000;
const SLOW_COMMIT_MS = 8;
/** A progress frame as the members get it. */
const PROGRESS = JSON.stringify({
  meeting: 'storm-0',
  from: 1040,
  to: 1080,
  patch: { votes: { 'vote-storm-0': { votedCount: [40] } } },
});

/** A thousand ballots in a second: the wait for the receipt, on a quick and a slow disk, and for the last screen. */
export function voteLines(pairs: number): Promise<readonly Line[]> {
  return withFolder(async (dataDir) => {
    const here = (name: string) => new URL(name, import.meta.url);
    const live = startChild<LiveServerApi>(here('live-server.ts'));
    const bare = startChild<BareServerApi>(here('bare-server.ts'));
    const loop = startChild<BareServerApi>(here('bare-server.ts'));
    const [liveClients, bareClients, loopClients] = [0, 1, 2].map(() =>
      startChild<ClientsApi>(here('clients.ts')),
    );
    if (liveClients === undefined || bareClients === undefined || loopClients === undefined) return [];
    const ports = {
      live: await live.ask('listen', dataDir),
      bare: await bare.ask('listen', { kind: 'socket.io', bytes: PROGRESS }),
      loop: await loop.ask('listen', { kind: 'ws', bytes: `42["frame",${PROGRESS}]` }),
    };
    const base = (port: number) => `ws://127.0.0.1:${port}`;
    await liveClients.ask('connect', { base: base(ports.live), kind: 'socket.io', count: TABLETS });
    await bareClients.ask('connect', { base: base(ports.bare), kind: 'socket.io', count: TABLETS });
    await loopClients.ask('connect', { base: base(ports.loop), kind: 'ws', count: TABLETS });

    const storm: Pair[] = [];
    const slow: Pair[] = [];
    const delivery: Pair[] = [];
    for (let round = -1; round < pairs; round += 1) {
      const ours = await voteOnce(`storm-${round + 1}`);
      await bareClients.ask('join', 'storm');
      const theirs = await bareClients.ask('castAll', { meeting: 'storm', vote: 'vote' });
      const broadcast = median(await loopClients.ask('bareBroadcasts', { count: 15 }));
      await live.ask('slowDisk', true);
      const onSlowDisk = await voteOnce(`slow-${round + 1}`);
      await live.ask('slowDisk', false);
      if (round < 0) continue;
      storm.push({ value: ours.p99, baseline: theirs.p99 });
      slow.push({ value: onSlowDisk.p99, baseline: SLOW_COMMIT_MS });
      delivery.push({ value: ours.delivery, baseline: broadcast });
    }
    await Promise.all([live, bare, loop, liveClients, bareClients, loopClients].map((child) => child.stop()));
    return [
      lineOfPairs('vote.storm', storm),
      lineOfPairs('vote.slow_disk', slow),
      lineOfPairs('vote.delivery', delivery),
    ];

    async function voteOnce(meeting: string): Promise<{ p99: number; delivery: number }> {
      const vote = await live.ask('seat', { meeting, electors: TABLETS, hasVote: true });
      await liveClients?.ask('join', meeting);
      const measured = await liveClients?.ask('castAll', { meeting, vote });
      if (measured === undefined) throw new Error('no clients');
      return measured;
    }
  });
}
