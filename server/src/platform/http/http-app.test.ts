import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, route } from '@hopso/shared/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLogger, createMetrics } from '#platform/telemetry';
import { createHttpApp } from './http-app.ts';
import type { Principal } from './principal.ts';
import { createWebServer, listen } from './web-server.ts';

const echo = route({
  method: 'post',
  path: '/api/echo',
  summary: 'Says it again',
  permission: 'public',
  body: z.strictObject({ text: z.string(), deep: z.unknown().optional() }),
  responses: { 200: z.object({ text: z.string() }) },
});
const papers = route({
  method: 'get',
  path: '/api/meetings/:meeting/papers',
  summary: 'Papers of a meeting',
  permission: 'participant',
  params: z.object({ meeting: z.string().max(40) }),
  query: z.strictObject({ name: z.string().optional() }),
  responses: { 200: z.object({ name: z.string(), caller: z.string() }) },
});
const own = route({
  method: 'get',
  path: '/api/own',
  summary: 'Only for a finished sign-in',
  permission: 'signed-in',
  responses: { 204: null },
});
const units = route({
  method: 'get',
  path: '/api/units',
  summary: 'For administrators',
  permission: ['administrator'],
  responses: { 204: null },
});
const failing = route({
  method: 'get',
  path: '/api/failing/:how',
  summary: 'Fails',
  permission: 'public',
  params: z.object({ how: z.string() }),
  responses: { 200: z.object({ name: z.string() }) },
});
const raw = route({
  method: 'put',
  path: '/api/raw',
  summary: 'Takes bytes',
  permission: 'public',
  body: { mediaType: 'application/pdf' },
  responses: { 200: { mediaType: 'text/csv' } },
});

const principalOf = (name: string): Principal => ({
  sessionId: `s-${name}`,
  personId: name,
  roles: name === 'admin' ? [{ role: 'administrator', unitId: null }] : [],
  meetingScope: name.startsWith('coded') ? 'm1' : null,
  passwordChangeRequired: name === 'fresh',
  expiresAt: 0,
});

const folder = mkdtempSync(join(tmpdir(), 'hopso-http-'));
const logLines: string[] = [];
let server: Server;
let base: string;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Họp Số</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'console.log(1);'.repeat(100));
  writeFileSync(join(folder, 'sw.js'), 'self;');
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}');
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  const http = createHttpApp({
    config: {
      mode: 'test',
      publicUrl: undefined,
      trustProxy: false,
      secure: false,
      metricsToken: 'm'.repeat(16),
    },
    logger: createLogger({ level: 'info', destination: { write: (line) => void logLines.push(line) } }),
    metrics: createMetrics(),
    authenticate: async (cookie) => (cookie === undefined ? null : principalOf(cookie)),
    access: { isParticipant: (meeting) => meeting === 'm1', isDesk: () => false },
    version: '0.0.0',
    isReady: () => true,
    clientDir: folder,
  });
  http.mount(echo, ({ body }) => ok({ text: body.text }));
  http.mount(papers, ({ query, principal }) => ok({ name: query.name ?? '', caller: principal.personId }));
  http.mount(own, () => ok(undefined));
  http.mount(units, () => ok(undefined));
  http.mount(raw, () => ok('a;b'));
  http.mount(failing, ({ params }) => {
    if (params.how === 'disk') throw Object.assign(new Error('disk'), { code: 'SQLITE_FULL' });
    if (params.how === 'leak') return ok({ name: 'An', passwordHash: 'x' });
    throw new Error('secret detail');
  });
  server = createWebServer(http.express, { tls: undefined });
  base = `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

const get = (path: string, caller?: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { headers: { ...headers, ...(caller === undefined ? {} : { cookie: caller }) } });

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(`${base}/api/echo`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { 'content-type': 'application/json', ...headers },
  });

async function refusal(response: Response) {
  expect(response.headers.get('content-type')).toMatch('application/problem+json');
  const { code } = (await response.json()) as { code: string };
  return [response.status, code];
}

describe('what comes in', () => {
  test('text is brought to NFC', async () => {
    const answer = await post(JSON.stringify({ text: 'Tân An'.normalize('NFD') }));
    expect(await answer.json()).toEqual({ text: 'Tân An'.normalize('NFC') });
    const query = await get(
      `/api/meetings/m1/papers?name=${encodeURIComponent('Tờ'.normalize('NFD'))}`,
      'an',
    );
    expect(await query.json()).toEqual({ name: 'Tờ'.normalize('NFC'), caller: 'an' });
  });

  test.each([
    ['not JSON', '{"text":', 400, 'input/malformed'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'input/malformed'],
    ['empty', '', 400, 'input/malformed'],
    ['deep', `{"text":"a","deep":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'input/too-deep'],
    ['very deep', `${'['.repeat(120_000)}${']'.repeat(120_000)}`, 400, 'input/too-deep'],
    ['prototype', '{"text":"a","__proto__":{"isAdmin":true}}', 400, 'input/forbidden-key'],
    ['constructor', '{"text":"a","deep":{"constructor":{"prototype":1}}}', 400, 'input/forbidden-key'],
    ['a list for a text', '{"text":["a"]}', 400, 'input/invalid'],
    ['an unnamed member', '{"text":"a","role":"administrator"}', 400, 'input/invalid'],
    ['NUL', '{"text":"a\\u0000"}', 400, 'input/invalid'],
    ['half a surrogate', '{"text":"\\ud800"}', 400, 'input/invalid'],
    ['too large', JSON.stringify({ text: 'a'.repeat(300_000) }), 413, 'input/too-large'],
    ['much too large', Buffer.alloc(6_000_000, 0x20), 413, 'input/too-large'],
  ])('%s is refused', async (_name, body, status, code) => {
    expect(await refusal(await post(body))).toEqual([status, code]);
  });

  test('too large without an announced length is refused while it arrives', async () => {
    async function* pieces() {
      for (let sent = 0; sent < 10; sent += 1) yield new Uint8Array(64 * 1024);
    }
    const answer = await fetch(`${base}/api/echo`, {
      method: 'POST',
      body: ReadableStream.from(pieces()),
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    });
    expect(await refusal(answer)).toEqual([413, 'input/too-large']);
  });

  test.each([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-encoding': 'gzip' },
  ])('a body with %o is refused', async (headers) => {
    expect(await refusal(await post('{"text":"a"}', headers))).toEqual([415, 'input/media-type']);
  });

  test('bytes go only where they are expected', async () => {
    const send = (type: string) =>
      fetch(`${base}/api/raw`, { method: 'PUT', body: 'x', headers: { 'content-type': type } });
    expect(await refusal(await send('application/json'))).toEqual([415, 'input/media-type']);
    const taken = await send('application/pdf');
    expect([taken.headers.get('content-type'), await taken.text()]).toEqual([
      'text/csv; charset=utf-8',
      'a;b',
    ]);
  });

  test('refused input names the place, not what was sent', async () => {
    const answer = await post('{"text":12345}');
    const text = await answer.text();
    expect(JSON.parse(text).params).toEqual({ issues: [{ at: '/body/text', problem: 'invalid_type' }] });
    expect(text).not.toContain('12345');
  });

  test('a broken address line is refused', async () => {
    expect(await refusal(await get('/api/meetings/%E0%A4%A/papers', 'an'))).toEqual([400, 'input/invalid']);
    expect(await refusal(await get('/api/meetings/m1/papers?name=a&name=b', 'an'))).toEqual([
      400,
      'input/invalid',
    ]);
  });
});

describe('where it comes from', () => {
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('a change caused by %o is refused', async (headers) => {
    expect(await refusal(await post('{"text":"a"}', headers as Record<string, string>))).toEqual([
      403,
      'origin/foreign',
    ]);
  });

  test('our own pages and tools that are no browsers may change things', async () => {
    expect((await post('{"text":"a"}', { origin: base })).status).toBe(200);
    expect((await post('{"text":"a"}')).status).toBe(200);
  });

  test('odd methods and host names are refused', async () => {
    expect(await refusal(await fetch(`${base}/api/echo`, { method: 'OPTIONS' }))).toEqual([
      405,
      'method/not-allowed',
    ]);
    expect(
      await rawRequest('GET /api/own HTTP/1.1\r\nHost: a"><script>\r\nConnection: close\r\n\r\n'),
    ).toContain('input/host');
    expect(
      await rawRequest('GET /api/own HTTP/1.1\r\nHost: a.vn\r\nhost: b.vn\r\nConnection: close\r\n\r\n'),
    ).toContain('input/host');
  });
});

function rawRequest(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

describe('who may', () => {
  test('without a sign-in, nothing but public routes', async () => {
    expect(await refusal(await get('/api/own'))).toEqual([401, 'auth/required']);
  });

  test('a first password must be changed first', async () => {
    expect(await refusal(await get('/api/own', 'fresh'))).toEqual([403, 'auth/password-change-required']);
  });

  test('not entitled, foreign and unknown answer alike', async () => {
    const bodies = await Promise.all(
      ['/api/meetings/m2/papers', `/api/meetings/${'x'.repeat(50)}/papers`, '/api/units', '/api/nothing'].map(
        async (path) => {
          const answer = await get(path, 'an');
          return { ...((await answer.json()) as object), correlationId: '', status: answer.status };
        },
      ),
    );
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('a system role opens its routes', async () => {
    expect((await get('/api/units', 'admin')).status).toBe(204);
  });

  test('a sign-in by meeting code opens that meeting only', async () => {
    expect((await get('/api/meetings/m1/papers', 'coded')).status).toBe(200);
    expect(await refusal(await get('/api/own', 'coded'))).toEqual([404, 'not-found']);
  });
});

describe('what goes wrong', () => {
  test('an unexpected error says nothing but its id, and is logged once under it', async () => {
    logLines.length = 0;
    const answer = await get('/api/failing/now');
    const problem = (await answer.json()) as { code: string; correlationId: string };
    expect([answer.status, problem.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(problem)).not.toContain('secret detail');
    const mine = logLines
      .map((line) => JSON.parse(line))
      .filter(({ err }) => err?.message === 'secret detail');
    expect(mine).toHaveLength(1);
    expect(mine[0].correlationId).toBe(problem.correlationId);
  });

  test('a full disk is a clear 503', async () => {
    expect(await refusal(await get('/api/failing/disk'))).toEqual([503, 'storage/full']);
  });

  test('an answer with members its contract does not name is a fault outside production', async () => {
    expect(await refusal(await get('/api/failing/leak'))).toEqual([500, 'internal']);
  });
});

describe('what operators ask', () => {
  test('alive, ready, figures', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' });
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' });
    const figures = await (await get('/metrics')).text();
    expect(figures).toContain('hopso_http_request_seconds_count{method="GET",route="/healthz",status="200"}');
    expect(figures).toContain('hopso_nodejs_eventloop_lag_p99_seconds');
  });

  test('a handed-on caller gets no figures without the token', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    expect(await refusal(await get('/metrics', undefined, forwarded))).toEqual([404, 'not-found']);
    const token = { ...forwarded, authorization: `Bearer ${'m'.repeat(16)}` };
    expect((await get('/metrics', undefined, token)).status).toBe(200);
  });

  test('the description lists every route in service', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/echo',
      '/api/failing/{how}',
      '/api/meetings/{meeting}/papers',
      '/api/openapi.json',
      '/api/own',
      '/api/raw',
      '/api/units',
      '/healthz',
      '/metrics',
      '/readyz',
    ]);
  });
});

describe('pages and files', () => {
  test('every path of the client is the page, under a strict policy', async () => {
    const page = await get('/hop/m1?x=1');
    expect(await page.text()).toContain('Họp Số');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
    for (const rule of [
      "default-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      `connect-src 'self' ws://${new URL(base).host}`,
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('strict-transport-security')).toBeNull();
    expect(page.headers.get('permissions-policy')).toContain('microphone=()');
    expect(page.headers.get('x-powered-by')).toBeNull();
  });

  test('the service worker and the manifest are asked for anew each time', async () => {
    const worker = await get('/sw.js');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-type')).toMatch('javascript');
    const manifest = await get('/manifest.webmanifest');
    expect(manifest.headers.get('content-type')).toMatch('application/manifest+json');
    expect(manifest.headers.get('cache-control')).toBe('no-cache');
  });

  test('hashed files are kept for ever and sent compressed', async () => {
    const script = await get('/assets/app-1a2b.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(script.headers.get('content-type')).toMatch('javascript');
    expect(await script.text()).toHaveLength(1500);
    const head = `GET /assets/app-1a2b.js HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Encoding: gzip\r\n`;
    expect(await rawRequest(`${head}If-None-Match: ${script.headers.get('etag')}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 304/,
    );
  });

  test('missing scripts, hidden files and paths outside are not found', async () => {
    for (const path of ['/assets/gone.js', '/.env', '/..%2f..%2fetc/passwd.js', '/api/x']) {
      expect((await get(path)).status).toBe(404);
    }
    expect(
      await rawRequest('GET /../../etc/hosts.js HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    ).toContain('not-found');
  });

  test('answers of the API are not kept and run nothing', async () => {
    const answer = await get('/api/own');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toMatch("default-src 'none'");
  });
});

test('under HTTPS browsers are told to stay there', async () => {
  const http = createHttpApp({
    config: {
      mode: 'production',
      publicUrl: undefined,
      trustProxy: 1,
      secure: true,
      metricsToken: undefined,
    },
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
    authenticate: async () => null,
    access: { isParticipant: () => false, isDesk: () => false },
    version: '0.0.0',
    isReady: () => false,
    clientDir: folder,
  });
  const secure = createWebServer(http.express, { tls: undefined });
  const address = `http://127.0.0.1:${await listen(secure, { host: '127.0.0.1', port: 0 })}`;
  const forwarded = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'hop.vn',
    'x-forwarded-proto': 'https',
  };
  const page = await fetch(`${address}/`, { headers: forwarded });
  expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self' wss://hop.vn;");
  const figures = await fetch(`${address}/metrics`, { headers: forwarded });
  expect(await refusal(figures)).toEqual([404, 'not-found']);
  expect(await refusal(await fetch(`${address}/readyz`))).toEqual([503, 'not-ready']);
  secure.closeAllConnections();
  await new Promise((done) => secure.close(done));
});
