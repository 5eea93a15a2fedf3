import { mkdirSync, rmSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { screenLink } from '@hopso/shared/identity';
import { desc, eq } from 'drizzle-orm';
import { ACCOUNTS, DEMO_FROM, DEMO_NOW, DEMO_PASSWORD, DemoTime, seedProvince } from '#demo/province';
import { type Config, loadConfig } from '#platform/config';
import { openDatabase } from '#platform/database';
import { createLogger } from '#platform/telemetry';
import { type Application, type Core, startApplication } from './application.ts';
import { endOnSignal, sentenceFor } from './serve.ts';
import { version } from './version.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Built once per machine: the papers depend on nothing but their sources. */
const papersCache = join(root, 'node_modules', '.cache', 'hopso', 'papers');
const PORTS_TRIED = 20;

/**
 * `npm run demo [-- --fresh]`: the province of Long An on 28/4/2021, seeded once and kept in `.demo/`
 * (or DATA_DIR). Prints the address, the accounts and a link for the hall screen.
 */
export async function demonstrate(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { fresh: { type: 'boolean', default: false } } });
  try {
    const config = loadConfig({
      ALLOW_HTTP: '1',
      DATA_DIR: join(root, '.demo'),
      LOG_LEVEL: 'warn',
      ...given(process.env),
    });
    if (values.fresh) removeData(config.dataDir);
    mkdirSync(config.dataDir, { recursive: true });
    const logger = createLogger({ level: config.logLevel });
    const application = await startOnFreePort(config, (onPort) => start(onPort, logger));
    endOnSignal(application, logger);
    await announce(application, config);
  } catch (cause) {
    const sentence = sentenceFor(cause);
    if (sentence === undefined) throw cause;
    console.error(sentence);
    process.exit(1);
  }
}

const given = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  );

/** Only what the demonstration put there. */
function removeData(dataDir: string): void {
  const names = [
    'hopso.db',
    'hopso.db-wal',
    'hopso.db-shm',
    'lock.db',
    'blobs',
    'checkpoints',
    'before-migration',
  ];
  for (const name of names) rmSync(join(dataDir, name), { recursive: true, force: true });
}

async function start(config: Config, logger: ReturnType<typeof createLogger>): Promise<Application> {
  const time = new DemoTime(await startOfTime(config));
  return startApplication({
    config,
    logger,
    version,
    clock: time,
    isDemo: true,
    prepare: async (core) => {
      if (await isEmpty(core)) await seedProvince(core, time, papersCache);
    },
  });
}

/** An installation that was left goes on where it was left, never back: its record has times. */
async function startOfTime(config: Config): Promise<number> {
  const database = await openDatabase(
    config.databaseUrl === undefined
      ? { engine: 'sqlite', dataDir: config.dataDir }
      : { engine: 'postgres', url: config.databaseUrl },
    { logger: { warn() {} } },
  );
  const { meetings } = database.db.t;
  const [last] = await database.db.read
    .select({ at: meetings.updatedAt })
    .from(meetings)
    .orderBy(desc(meetings.updatedAt))
    .limit(1);
  await database.close();
  return last === undefined ? DEMO_FROM : Math.max(DEMO_NOW, last.at);
}

const isEmpty = async ({ database }: Core): Promise<boolean> =>
  (await database.db.read.select({ id: database.db.t.units.id }).from(database.db.t.units).limit(1))
    .length === 0;

/** A busy port is the next demonstration on the same machine: the next free one is taken. */
async function startOnFreePort(
  config: Config,
  run: (config: Config) => Promise<Application>,
): Promise<Application> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await run({ ...config, port: config.port === 0 ? 0 : config.port + tried });
    } catch (cause) {
      const isBusy = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
      if (!isBusy || tried >= PORTS_TRIED) throw cause;
    }
  }
}

async function announce(application: Application, config: Config): Promise<void> {
  const { port, database, identity } = application;
  const { meetings } = database.db.t;
  const [running] = await database.db.read
    .select({ id: meetings.id, title: meetings.title })
    .from(meetings)
    .where(eq(meetings.phase, 'inSession'))
    .limit(1);
  const url = `http://${config.host}:${port}`;
  const lines = ['', `Họp Số – dữ liệu minh họa, ngày 28/4/2021`, '', `  ${url}`];
  for (const address of lanAddresses())
    lines.push(`  http://${address}:${port}  (máy khác trong mạng nội bộ, khi HOST=0.0.0.0)`);
  lines.push('', `Mật khẩu chung / password: ${DEMO_PASSWORD}`);
  for (const { userName, role } of ACCOUNTS) lines.push(`  ${userName.padEnd(16)}${role}`);
  if (running !== undefined) {
    const token = await identity.createScreen('seed', running.id);
    lines.push('', 'Màn hình phòng họp / hall screen:', `  ${screenLink(url, token)}`);
  }
  const startedAt = Number(process.env.HOPSO_STARTED_AT);
  if (startedAt > 0)
    lines.push('', `Sẵn sàng sau ${((Date.now() - startedAt) / 1000).toFixed(1)} giây. Ctrl+C để dừng.`);
  console.log(lines.join('\n'));
}

/** Addresses of this machine in its local network, for tablets in the room. */
function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}
