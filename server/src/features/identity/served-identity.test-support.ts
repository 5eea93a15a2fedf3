import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, route } from '@hopso/shared/kernel';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { manualClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { createHttpApp, createWebServer, listen } from '#platform/http';
import { createLogger, createMetrics } from '#platform/telemetry';
import { createIdentity } from './identity.ts';

export const startedAt = Date.UTC(2021, 3, 28, 0, 30);
/** What every seeded person signs in with. */
export const passwordOf = (personId: string) => `cây bàng của ${personId} rất cao`;

const agenda = route({
  method: 'get',
  path: '/api/meetings/:meeting/agenda',
  summary: 'Stands for everything of a meeting',
  permission: 'participant',
  params: z.object({ meeting: z.string() }),
  responses: { 200: z.object({ caller: z.string() }) },
});
const calendar = route({
  method: 'get',
  path: '/api/calendar',
  summary: 'Stands for everything outside meetings',
  permission: 'signed-in',
  responses: { 200: z.object({ caller: z.string() }) },
});

export type ServedIdentity = Awaited<ReturnType<typeof serveIdentity>>;

/**
 * Identity on a real database behind a real server: persons `quan` (administrator), `thu` (secretary, desk of `m1`),
 * `an` and `binh` (participants of `m1`), `khach` (participant without account). `m2` is somebody else's meeting.
 */
export async function serveIdentity() {
  template ??= seedFolder();
  const folder = newFolder();
  cpSync(await template, folder, { recursive: true });
  const logLines: string[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void logLines.push(line) } });
  const database = await openDatabase({ engine: 'sqlite', dataDir: folder }, { logger });
  const { db } = database;
  const clock = manualClock(startedAt);
  const running = new Set<string>();
  const participants = new Set(['thu', 'an', 'binh', 'khach']);
  const meetings = {
    isDesk: (meeting: string, person: string) => meeting === 'm1' && person === 'thu',
    isParticipant: (meeting: string, person: string) => meeting === 'm1' && participants.has(person),
    isInRunningMeeting: (person: string) => running.has(person),
  };
  const identity = createIdentity({ db, clock, logger, secure: false, meetings });
  const http = createHttpApp({
    config: { mode: 'test', publicUrl: undefined, trustProxy: false, secure: false, metricsToken: undefined },
    logger,
    metrics: createMetrics(),
    authenticate: identity.authenticate,
    access: meetings,
    version: '0.0.0',
    isReady: () => true,
  });
  identity.mountRoutes(http.mount);
  http.mount(agenda, ({ principal }) => ok({ caller: principal.personId }));
  http.mount(calendar, ({ principal }) => ok({ caller: principal.personId }));
  const server = createWebServer(http.express, { tls: undefined });
  const base = `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`;
  return {
    identity,
    db,
    clock,
    running,
    logLines,
    logger,
    meetings,
    contracts: http.contracts,
    browser: () => new Browser(base),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await identity.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Hashing passwords takes its time by design: it is done once, and every test gets a copy of the folder. */
let template: Promise<string> | undefined;
afterAll(async () => {
  if (template !== undefined) rmSync(await template, { recursive: true });
});

const newFolder = () => mkdtempSync(join(tmpdir(), 'hopso-identity-'));

async function seedFolder(): Promise<string> {
  const folder = newFolder();
  const logger = createLogger({ level: 'silent' });
  const database = await openDatabase({ engine: 'sqlite', dataDir: folder }, { logger });
  const clock = manualClock(startedAt);
  const meetings = { isDesk: () => false, isParticipant: () => false, isInRunningMeeting: () => false };
  await seedRows(database.db);
  const identity = createIdentity({ db: database.db, clock, logger, secure: false, meetings });
  for (const personId of ['quan', 'thu', 'an', 'binh']) {
    const made = await identity.createAccount('system', {
      personId,
      userName: personId.padEnd(3, 'x'),
      roles: personId === 'quan' ? [{ role: 'administrator', unitId: null }] : [],
      password: passwordOf(personId),
    });
    if (!made.ok) throw new Error(made.error.code);
  }
  await database.close();
  return folder;
}

async function seedRows(db: Awaited<ReturnType<typeof openDatabase>>['db']): Promise<void> {
  const at = startedAt;
  const unit = { code: '80', level: 'province' as const, parentId: null, validTo: null, sortKey: '80' };
  const meeting = {
    unitId: 'u1',
    phase: 'published' as const,
    kind: 'regular',
    place: 'Hội trường',
    createdBy: 'thu',
  };
  await db.write(async (q) => {
    await q.insert(db.t.units).values({ ...unit, id: 'u1', name: 'UBND tỉnh', validFrom: '2016-01-01' });
    for (const [id, name] of [
      ['quan', 'Nguyễn Trị'],
      ['thu', 'Trần Thị Thư'],
      ['an', 'Lê Văn An'],
      ['binh', 'Đặng Bình'],
      ['khach', 'Phạm Khách'],
    ] as const) {
      await q
        .insert(db.t.persons)
        .values({ id, name, post: 'Ủy viên', unitId: 'u1', phone: null, active: true, createdAt: at });
    }
    for (const id of ['m1', 'm2']) {
      await q
        .insert(db.t.meetings)
        .values({ ...meeting, id, title: 'Phiên họp', startsAt: at, createdAt: at, updatedAt: at });
    }
  });
}

interface Seen {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read the members they name
  readonly body: any;
  readonly headers: Headers;
}

/** One browser: keeps its cookie. */
export class Browser {
  readonly #base: string;
  cookie = '';

  constructor(base: string) {
    this.#base = base;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Seen> {
    const answer = await fetch(this.#base + path, {
      method,
      headers: { cookie: this.cookie, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: answer.headers,
    };
  }

  get(path: string): Promise<Seen> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown): Promise<Seen> {
    return this.send('POST', path, body);
  }

  signIn(userName: string, password = passwordOf(userName)): Promise<Seen> {
    return this.post('/api/sign-in', { userName, password });
  }
}
