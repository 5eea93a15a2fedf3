// `npm run bench -- --json [--only METRIC]…`: one JSON object per line, each a median of interleaved pairs.
import { parseArgs } from 'node:util';
import { appendLine } from './lane-append.ts';
import { documentLines } from './lane-documents.ts';
import { fanoutLines } from './lane-fanout.ts';
import { firstPageLines } from './lane-first-page.ts';
import { followLine } from './lane-follow.ts';
import { inkFrameLine } from './lane-ink.ts';
import { inkDurableLines } from './lane-ink-durable.ts';
import { memoryLines } from './lane-reader-memory.ts';
import { reconnectLine } from './lane-reconnect.ts';
import { routeSizeLine } from './lane-route-size.ts';
import { turnLine } from './lane-turn.ts';
import { voteLines } from './lane-vote.ts';
import type { Line } from './measure.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    pairs: { type: 'string', default: '7' },
  },
});

const lanes: {
  readonly metrics: readonly string[];
  readonly run: (pairs: number) => Promise<readonly Line[]>;
}[] = [
  { metrics: ['log.append'], run: async (pairs) => [await appendLine(pairs)] },
  { metrics: ['fanout.cpu', 'fanout.last'], run: fanoutLines },
  { metrics: ['vote.storm', 'vote.slow_disk', 'vote.delivery'], run: voteLines },
  { metrics: ['storm.reconnect'], run: async (pairs) => [await reconnectLine(pairs)] },
  { metrics: ['follow.turn'], run: async (pairs) => [await followLine(pairs)] },
  { metrics: ['ink.durable', 'ink.durable.local', 'ink.durable.ack'], run: inkDurableLines },
  { metrics: ['ink.frame'], run: async (pairs) => [await inkFrameLine(pairs)] },
  { metrics: ['paper.flatten', 'paper.pack'], run: documentLines },
  {
    metrics: ['paper.first_page', 'paper.first_page.text', 'paper.first_page.scan', 'paper.first_bytes_mb'],
    run: firstPageLines,
  },
  { metrics: ['paper.turn'], run: async () => [await turnLine()] },
  {
    metrics: ['reader.memory_mb', 'reader.memory_mb.text', 'reader.memory_mb.scan'],
    run: memoryLines,
  },
  { metrics: ['client.route_kib'], run: async () => [await routeSizeLine()] },
];

function print(line: Line): void {
  if (values.json) {
    console.log(JSON.stringify(line));
    return;
  }
  const compared = line.ratio === null ? '' : ` ÷ ${line.baseline} = ${line.ratio}`;
  console.log(`${line.metric.padEnd(18)} ${line.value}${compared} (spread ${line.spread}, n ${line.n})`);
}

const pairs = Math.max(5, Number(values.pairs));
for (const lane of lanes) {
  const isWanted = values.only.length === 0 || lane.metrics.some((metric) => values.only.includes(metric));
  if (!isWanted) continue;
  for (const line of await lane.run(pairs)) print(line);
}
