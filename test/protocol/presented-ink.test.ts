import { randomUUID } from 'node:crypto';
import type { Annotation } from '@hopso/shared/annotation';
import {
  type InkAnswer,
  type InkPart,
  type InkView,
  presentedInkLimits,
  type UpMessage,
} from '@hopso/shared/protocol';
import type { Command } from '@hopso/shared/session';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chair, guest, itemContent, members, secretary } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, serveLiveSide } from '../support/live-server.ts';
import { type Session, startSession } from '../support/live-side.ts';
import { person, type Tablet, wall } from '../support/tablets.ts';

let server: LiveServer;
let session: Session;
let paper: string;
let opened: Tablet[];

beforeEach(async () => {
  opened = [];
  server = await serveLiveSide();
  session = await startSession(server);
  server.screens.set('token', session.meeting);
  paper = await created({ type: 'AddPaper', item: session.items[0], upload: 'tep-1', title: 'Tờ trình' });
});
afterEach(async () => {
  for (const tablet of opened) tablet.close();
  await server.close();
  expect(server.faults).toEqual([]);
});

const must = (command: Command) => server.must(secretary, session.meeting, command);
const created = async (command: Command) => (await must(command)).created[0] ?? '';

async function enter(name: string): Promise<Tablet> {
  const tablet = name === 'wall' ? wall(server.url, 'token') : person(server.url, name);
  opened.push(tablet);
  await tablet.connect();
  await tablet.mustJoin(session.meeting);
  return tablet;
}

/** Takes the lead and goes to the first page of a paper. */
async function leadTo(tablet: Tablet, who: string, of = paper): Promise<void> {
  expect(await tablet.say('leader', { meeting: session.meeting, person: who })).toEqual({ ok: true });
  tablet.socket.emit('lead', {
    meeting: session.meeting,
    place: { paper: of, version: 1, page: 1, y: null },
  });
}

type Points = UpMessage<'ink'>['points'];
const line = (count: number, from = 0): Points =>
  Array.from({ length: count }, (_, n) => [from + n, 10, 0.5]);

const draw = (tablet: Tablet, piece: Partial<UpMessage<'ink'>> = {}): Promise<InkAnswer> =>
  tablet.socket.emitWithAck('ink', {
    ...{
      meeting: session.meeting,
      paper,
      version: 1,
      page: 1,
      stroke: randomUUID(),
      isPressureMeasured: true,
    },
    ...{ from: 0, points: line(3), isDone: true },
    ...piece,
  });

/** What a device makes of all it was told: points of each stroke of the paper. */
function layerOn(tablet: Tablet, of = paper): number[] {
  const strokes = new Map<string, number>();
  for (const { event, payload } of tablet.received) {
    if (event === 'ink' && (payload as InkView).paper === of) {
      strokes.clear();
      for (const { id, points } of (payload as InkView).strokes) strokes.set(id, points.length);
    } else if (event === 'inkPart' && (payload as InkPart).paper === of) {
      const { stroke, from } = payload as InkPart;
      expect(strokes.get(stroke.id) ?? 0).toBe(from);
      strokes.set(stroke.id, from + stroke.points.length);
    }
  }
  return [...strokes.values()];
}

const settle = async (tablet: Tablet, keep: boolean) => {
  const answer = await tablet.fetch(`/api/meetings/${session.meeting}/presented-ink`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ paper, version: 1, keep }),
  });
  return [answer.status, await answer.json()];
};

test('[X21] the leader draws for everybody and the wall; nobody else does, nor on another paper or page', async () => {
  const [head, member, visitor, screen] = await Promise.all([chair, members[1], guest, 'wall'].map(enter));
  if (!head || !member || !visitor || !screen) throw new Error('not everybody came');
  const other = await created({
    type: 'AddPaper',
    item: session.items[0],
    upload: 'tep-2',
    title: 'Báo cáo',
  });
  const notAllowed = { ok: false, problem: { code: 'capacity/not-allowed' } };
  expect(await draw(head)).toEqual(notAllowed);
  await leadTo(head, chair);
  const stroke = randomUUID();
  expect(await draw(head, { stroke, isDone: false })).toEqual({ ok: true, have: 3 });
  expect(await draw(head, { stroke, from: 3, points: line(2, 3) })).toEqual({ ok: true, have: 5 });
  expect(await draw(member)).toEqual(notAllowed);
  expect(await draw(head, { paper: other })).toEqual(notAllowed);
  expect(await draw(head, { version: 2 })).toEqual(notAllowed);
  expect(await draw(head, { page: 10_000 })).toEqual(notAllowed);
  for (const tablet of [member, visitor, screen, head])
    await eventually(() => expect(layerOn(tablet)).toEqual([5]));
  const late = await enter('wall');
  const { ink } = await late.mustJoin(session.meeting);
  expect(ink).toMatchObject([{ paper, version: 1, strokes: [{ id: stroke, page: 1 }] }]);
});

test('a piece that comes twice counts once, one that comes too early is asked for', async () => {
  const [head, member] = await Promise.all([chair, members[1]].map(enter));
  if (!head || !member) throw new Error('not everybody came');
  await leadTo(head, chair);
  const stroke = randomUUID();
  expect(await draw(head, { stroke, isDone: false })).toEqual({ ok: true, have: 3 });
  expect(await draw(head, { stroke, isDone: false })).toEqual({ ok: true, have: 3 });
  expect(await draw(head, { stroke, from: 7, points: line(2, 7), isDone: false })).toEqual({
    ok: true,
    have: 3,
  });
  expect(await draw(head, { stroke, from: 2, points: line(4, 2) })).toEqual({ ok: true, have: 6 });
  await eventually(() => expect(layerOn(member)).toEqual([6]));
});

test('[X24] the last own stroke is taken back; too fast is asked to wait; nothing is taken beyond the measure', async () => {
  const [head, member] = await Promise.all([chair, members[1]].map(enter));
  if (!head || !member) throw new Error('not everybody came');
  await leadTo(head, chair);
  await draw(head);
  await draw(head, { points: line(4) });
  const on = { meeting: session.meeting, paper, version: 1 };
  expect((await member.socket.emitWithAck('inkUndo', on)).ok).toBe(false);
  expect(await head.socket.emitWithAck('inkUndo', on)).toEqual({ ok: true, have: 0 });
  await eventually(() => expect(layerOn(member)).toEqual([3]));
  let answer = await draw(head);
  for (let n = 0; answer.ok && n < 40; n += 1) answer = await draw(head);
  expect(answer).toEqual({ ok: false, problem: { code: 'ink/too-fast' } });
  for (let n = 0; n < 200; n += 1) {
    server.clock.advance(1_000);
    answer = await draw(head, { points: line(presentedInkLimits.message) });
    if (!answer.ok) break;
  }
  expect(answer).toEqual({ ok: false, problem: { code: 'ink/full' } });
});

test('[X22] [N14] the desk keeps the layer as notes, or drops it; a stroke under the pen waits', async () => {
  const [desk, head, member] = await Promise.all([secretary, chair, members[1]].map(enter));
  if (!desk || !head || !member) throw new Error('not everybody came');
  await leadTo(head, chair);
  await draw(head);
  const stroke = randomUUID();
  await draw(head, { stroke, isDone: false });
  expect((await settle(member, true))[0]).toBe(404);
  expect(await settle(desk, true)).toEqual([200, { settled: 1, waiting: 1 }]);
  const notes = async () => {
    const answer = await member.fetch(`/api/meetings/${session.meeting}/annotations?after=0`);
    return ((await answer.json()) as { annotations: Annotation[] }).annotations;
  };
  expect(await notes()).toMatchObject([
    { ownerId: chair, sharing: 'all', type: 'ink', paperId: paper, body: { isPresented: true } },
  ]);
  await eventually(() => expect(layerOn(member)).toEqual([3]));
  expect(await draw(head, { stroke, from: 3, points: line(2, 3) })).toEqual({ ok: true, have: 5 });
  expect(await settle(desk, false)).toEqual([200, { settled: 1, waiting: 0 }]);
  await eventually(() => expect(layerOn(member)).toEqual([]));
  expect(await notes()).toHaveLength(1);
  // The end of a stroke that was dropped makes no new one.
  expect((await draw(head, { stroke, from: 5, points: line(2, 5) })).ok).toBe(true);
  expect((await (await enter(members[2])).mustJoin(session.meeting)).ink).toEqual([]);
});

test('[X22] a stroke whose device went away is kept after some seconds', async () => {
  const [desk, head] = await Promise.all([secretary, chair].map(enter));
  if (!desk || !head) throw new Error('not everybody came');
  await leadTo(head, chair);
  await draw(head, { isDone: false });
  head.close();
  expect(await settle(desk, true)).toEqual([200, { settled: 0, waiting: 1 }]);
  server.clock.advance(6_000);
  expect(await settle(desk, true)).toEqual([200, { settled: 1, waiting: 0 }]);
});

test('[X23] a layer on a paper for some is told to them alone; closing a paper takes it from the others', async () => {
  const [head, entitled, member, screen] = await Promise.all(
    [chair, members[0], members[1], 'wall'].map(enter),
  );
  if (!head || !entitled || !member || !screen) throw new Error('not everybody came');
  await leadTo(head, chair);
  await draw(head);
  for (const tablet of [entitled, member, screen])
    await eventually(() => expect(layerOn(tablet)).toEqual([3]));
  const access = {
    groups: { member: 'none', guest: 'none', observer: 'none', presenter: 'none', substitute: 'none' },
    exceptions: { [members[0]]: 'view', [chair]: 'print' },
  } as const;
  const rev = await server.rooms.read(session.meeting, (state) => state.paper.papers.get(paper)?.rev ?? 0);
  await must({ type: 'SetPaperAccess', paper, rev: rev ?? 0, access });
  for (const tablet of [member, screen]) await eventually(() => expect(layerOn(tablet)).toEqual([]));
  await eventually(() => expect(layerOn(entitled)).toEqual([3]));
  expect((await member.mustJoin(session.meeting)).ink).toEqual([]);
  expect((await screen.mustJoin(session.meeting)).ink).toEqual([]);
  expect((await entitled.mustJoin(session.meeting)).ink).toHaveLength(1);
});

test('[X23] with a paper that is withdrawn its layer is gone', async () => {
  const [head, member] = await Promise.all([chair, members[1]].map(enter));
  if (!head || !member) throw new Error('not everybody came');
  await leadTo(head, chair);
  await draw(head);
  await eventually(() => expect(layerOn(member)).toEqual([3]));
  const rev = await server.rooms.read(session.meeting, (state) => state.paper.papers.get(paper)?.rev ?? 0);
  await must({ type: 'WithdrawPaper', paper, rev: rev ?? 0, reason: 'Nhầm tệp' });
  await eventually(() => expect(layerOn(member)).toEqual([]));
});

test('[X23] a paper of a listed item is drawn on for those it is for', async () => {
  const openTo = [secretary, chair, members[0]];
  const content = itemContent('Nhân sự', { openTo });
  const consent = 'Chủ tịch đồng ý';
  const item = await created({ type: 'AddItem', parentId: null, before: null, content, consent });
  const listed = await created({ type: 'AddPaper', item, upload: 'tep-2', title: 'Nhân sự' });
  const [head, entitled, member, screen] = await Promise.all(
    [chair, members[0], members[1], 'wall'].map(enter),
  );
  if (!head || !entitled || !member || !screen) throw new Error('not everybody came');
  await leadTo(head, chair, listed);
  expect(await draw(head, { paper: listed })).toEqual({ ok: true, have: 3 });
  await eventually(() => expect(layerOn(entitled, listed)).toEqual([3]));
  for (const tablet of [member, screen]) {
    await tablet.mustJoin(session.meeting);
    expect(JSON.stringify(tablet.received)).not.toContain(listed);
  }
});
