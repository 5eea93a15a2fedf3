import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { call, onSignedOut } from './call.ts';
import { addressOf, type Endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

const echo = { method: 'get', path: '/', summary: '', permission: 'public', responses: {} } as const;
type Loose = Endpoint<typeof echo>;
let server: Server | undefined;

async function serving(status: number, type: string, body: string): Promise<Loose> {
  const running = createServer((_, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  server = running;
  await new Promise<void>((listening) => running.listen(0, '127.0.0.1', listening));
  const { port } = running.address() as AddressInfo;
  return { method: 'get', path: `http://127.0.0.1:${port}/` } as unknown as Loose;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

test('a success is its body', async () => {
  const endpoint = await serving(200, 'application/json', '{"n":1}');
  await expect(call(endpoint, {})).resolves.toEqual({ n: 1 });
});

test('a problem keeps code, parameters and the number for the helpdesk', async () => {
  const body = JSON.stringify({
    code: 'auth/locked',
    status: 429,
    params: { seconds: 30 },
    correlationId: 'c-1',
  });
  const endpoint = await serving(429, 'application/problem+json', body);
  const problem = await call(endpoint, {}).catch((thrown: unknown) => thrown);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({
    code: 'auth/locked',
    params: { seconds: 30 },
    status: 429,
    correlationId: 'c-1',
  });
});

test('an answer that is not ours is unreadable, not a crash', async () => {
  const endpoint = await serving(502, 'text/html', '<h1>Bad gateway</h1>');
  await expect(call(endpoint, {})).rejects.toMatchObject({ code: 'net/unreadable', status: 502 });
});

test('nobody there means offline', async () => {
  const endpoint = await serving(200, 'application/json', '{}');
  server?.close();
  server?.closeAllConnections();
  await expect(call(endpoint, {})).rejects.toMatchObject({ code: 'net/offline', status: 0 });
});

test('a lost session is told to the application once per refusal', async () => {
  let told = 0;
  onSignedOut(() => {
    told += 1;
  });
  const endpoint = await serving(401, 'application/problem+json', JSON.stringify({ code: 'auth/required' }));
  await expect(call(endpoint, {})).rejects.toMatchObject({ code: 'auth/required' });
  expect(told).toBe(1);
});

test('parameters are escaped and absent query values left out', () => {
  expect(addressOf('/api/meetings/:meeting', { meeting: 'a/b' }, { from: 3, to: undefined })).toBe(
    '/api/meetings/a%2Fb?from=3',
  );
});
