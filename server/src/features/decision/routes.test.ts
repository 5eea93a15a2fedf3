import type { ConclusionDraft } from '@hopso/shared/decision';
import type { Problem } from '@hopso/shared/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  chair,
  guest,
  itemContent,
  members,
  secretary,
  stranger,
} from '../../../../test/support/committee.ts';
import { type LiveServer, serveLiveSide } from '../../../../test/support/live-server.ts';
import { type Session, startSession } from '../../../../test/support/live-side.ts';
import { person } from '../../../../test/support/tablets.ts';

let server: LiveServer;
let session: Session;

beforeEach(async () => {
  server = await serveLiveSide();
  session = await startSession(server);
});
afterEach(async () => {
  await server.close();
  expect(server.faults).toEqual([]);
});

async function call(who: string, method: 'GET' | 'PUT' | 'POST', item: string, body?: unknown) {
  const path = `/api/meetings/${session.meeting}/items/${item}/draft${method === 'POST' ? '/pen' : ''}`;
  const answer = await person(server.url, who).fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as ConclusionDraft & Problem };
}

test('a desk takes the pen, writes, and the other desk sees who writes', async () => {
  const item = session.items[0];
  expect(await call(secretary, 'POST', item, { from: null })).toMatchObject({ status: 200 });
  expect(await call(secretary, 'PUT', item, { rev: 0, text: 'Thông qua' })).toMatchObject({
    body: { rev: 1 },
  });
  expect(await call(chair, 'GET', item)).toMatchObject({
    body: { text: 'Thông qua', writer: { personId: secretary } },
  });
  expect(await call(chair, 'PUT', item, { rev: 1, text: 'Không' })).toMatchObject({
    status: 409,
    body: { code: 'conclusion/pen-held' },
  });
  expect(await call(chair, 'POST', item, { from: secretary })).toMatchObject({ status: 200 });
  expect(await call(chair, 'PUT', item, { rev: 0, text: 'Không' })).toMatchObject({
    status: 409,
    body: { code: 'stale' },
  });
});

test('who is not at the desk, or not on the item’s list, is told that there is nothing', async () => {
  const content = itemContent('Nhân sự', { openTo: [secretary] });
  const consent = 'Chủ tịch đồng ý';
  const { created } = await server.must(secretary, session.meeting, {
    type: 'AddItem',
    parentId: null,
    before: null,
    content,
    consent,
  });
  const listed = created[0] ?? '';
  expect((await call(secretary, 'PUT', listed, { rev: 0, text: 'Bổ nhiệm' })).status).toBe(200);
  const nothing = { status: 404, body: { code: 'not-found' } };
  for (const [who, item] of [
    [members[0], session.items[0]],
    [guest, session.items[0]],
    [stranger, session.items[0]],
    [chair, listed],
    [chair, 'no-such-item'],
  ] as const) {
    expect(await call(who, 'GET', item)).toMatchObject(nothing);
    expect(await call(who, 'POST', item, { from: null })).toMatchObject(nothing);
    expect(await call(who, 'PUT', item, { rev: 0, text: 'x' })).toMatchObject(nothing);
  }
});

test('[D6] a secret item has no conclusion in work', async () => {
  const content = itemContent('x', { isSecret: true });
  const { created } = await server.must(secretary, session.meeting, {
    ...{ type: 'AddItem', parentId: null, before: null, content, consent: 'Chủ tịch đồng ý' },
  });
  const item = created[0] ?? '';
  const refused = { status: 409, body: { code: 'item/secret' } };
  expect(await call(secretary, 'GET', item)).toMatchObject(refused);
  expect(await call(secretary, 'POST', item, { from: null })).toMatchObject(refused);
  expect(await call(secretary, 'PUT', item, { rev: 0, text: 'x' })).toMatchObject(refused);
});
