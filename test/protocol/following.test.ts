import type { LedPlace, LedView, PointerView } from '@hopso/shared/protocol';
import type { Command } from '@hopso/shared/session';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chair, guest, itemContent, members, presenter, secretary } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, serveLiveSide } from '../support/live-server.ts';
import { type Session, startSession } from '../support/live-side.ts';
import { person, type Tablet, wall } from '../support/tablets.ts';

let server: LiveServer;
let session: Session;
let paper: string;
let listedItem: string;
let listedPaper: string;
let opened: Tablet[];

beforeEach(async () => {
  opened = [];
  server = await serveLiveSide();
  session = await startSession(server);
  server.screens.set('token', session.meeting);
  paper = await created({ type: 'AddPaper', item: session.items[0], upload: 'tep-1', title: 'Tờ trình' });
  const openTo = [secretary, chair, members[0]];
  const content = itemContent('Nhân sự', { openTo });
  const consent = 'Chủ tịch đồng ý';
  listedItem = await created({ type: 'AddItem', parentId: null, before: null, content, consent });
  listedPaper = await created({ type: 'AddPaper', item: listedItem, upload: 'tep-2', title: 'Nhân sự' });
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
const at = (page: number, of = paper): LedPlace => ({ paper: of, version: 1, page, y: null });
const take = (tablet: Tablet, who: string | null) =>
  tablet.say('leader', { meeting: session.meeting, person: who });
const lead = (tablet: Tablet, place: LedPlace) =>
  tablet.socket.emit('lead', { meeting: session.meeting, place });
const told = (tablet: Tablet) =>
  tablet.received.filter(({ event }) => event === 'led').map(({ payload }) => payload as LedView);
const pagesOf = (tablet: Tablet) => told(tablet).flatMap(({ place }) => place?.page ?? []);
const pointsOf = (tablet: Tablet) =>
  tablet.received.filter(({ event }) => event === 'pointer').map(({ payload }) => payload as PointerView);
/** Whatever was said before has been dealt with when this is answered. */
const settled = (tablet: Tablet) => take(tablet, 'nobody-by-this-name');

test('[X14] [X15] the chair, the desk that leads, a presenter of the item and whoever is asked may lead', async () => {
  const [desk, head, speaker, member] = await Promise.all(
    [secretary, chair, presenter, members[1]].map(enter),
  );
  if (!desk || !head || !speaker || !member) throw new Error('not everybody came');
  expect(await take(desk, secretary)).toEqual({ ok: true });
  expect(await take(head, chair)).toEqual({ ok: true });
  for (const [tablet, name] of [
    [speaker, presenter],
    [member, members[1]],
  ] as const)
    expect(await take(tablet, name)).toEqual({ ok: false, problem: { code: 'capacity/not-allowed' } });
  const rev = await server.rooms.read(
    session.meeting,
    ({ agenda }) => agenda.items.get(session.items[0])?.rev ?? 0,
  );
  const changes = { presenters: ['Ông trinh-bay – Giám đốc Sở'] };
  await must({ type: 'EditItem', item: session.items[0], rev: rev ?? 0, changes });
  expect(await take(speaker, presenter)).toEqual({ ok: true });
  await eventually(() => expect(told(member).at(-1)?.leader).toMatchObject({ personId: presenter }));
  // Nobody but desk and chair hands the lead to others, or takes it from somebody.
  expect((await take(speaker, members[1])).ok).toBe(false);
  expect((await take(member, null)).ok).toBe(false);
  expect(await take(desk, members[1])).toEqual({ ok: true });
  await eventually(() => expect(told(member).at(-1)?.namedId).toBe(members[1]));
  expect(await take(member, members[1])).toEqual({ ok: true });
  // Who led before leads no more.
  lead(speaker, at(4));
  lead(member, at(5));
  await eventually(() => expect(pagesOf(desk)).toEqual([5]));
  expect(await take(desk, null)).toEqual({ ok: true });
  await eventually(() => expect(told(member).at(-1)).toMatchObject({ leader: null, place: null }));
  lead(member, at(6));
  await settled(member);
  expect(pagesOf(desk)).toEqual([5]);
});

test('the number printed on the page goes along, for the wall too, also when it is learned later', async () => {
  const [head, member, screen] = await Promise.all([chair, members[1], 'wall'].map(enter));
  if (!head || !member || !screen) throw new Error('not everybody came');
  await take(head, chair);
  lead(head, at(40));
  await eventually(() => expect(told(screen).at(-1)?.place).toEqual(at(40)));
  lead(head, { ...at(40), label: '37' });
  for (const tablet of [member, screen])
    await eventually(() => expect(told(tablet).at(-1)?.place).toEqual({ ...at(40), label: '37' }));
  const before = told(screen).length;
  lead(head, { ...at(40), label: '37' });
  lead(head, { ...at(41), label: 'x'.repeat(33) });
  lead(head, { ...at(42), label: null });
  await eventually(() => expect(told(screen).at(-1)?.place).toEqual({ ...at(42), label: null }));
  expect(told(screen)).toHaveLength(before + 1);
});

test('[X14] nothing of it is in the record', async () => {
  const desk = await enter(secretary);
  const seq = (await server.log.head(session.meeting))?.seq;
  await take(desk, secretary);
  lead(desk, at(3));
  await eventually(() => expect(pagesOf(desk)).toEqual([3]));
  expect((await server.log.head(session.meeting))?.seq).toBe(seq);
});

test('[X16] a paper for some is told to them alone, and the wall shows nothing of it', async () => {
  const [head, entitled, member, visitor, screen] = await Promise.all(
    [chair, members[0], members[1], guest, 'wall'].map(enter),
  );
  if (!head || !entitled || !member || !visitor || !screen) throw new Error('not everybody came');
  await take(head, chair);
  lead(head, at(2));
  await eventually(() => expect(told(screen).at(-1)?.place).toEqual(at(2)));
  lead(head, at(1, listedPaper));
  await eventually(() => expect(told(entitled).at(-1)?.place).toEqual(at(1, listedPaper)));
  await eventually(() => expect(told(screen).at(-1)?.place).toBeNull());
  head.socket.emit('pointer', { meeting: session.meeting, at: { x: 10, y: 20 } });
  await eventually(() => expect(pointsOf(entitled)).toHaveLength(1));
  const late = await Promise.all([members[2], 'wall', members[0]].map(enter));
  for (const tablet of [member, visitor, screen, ...late.slice(0, 2)]) {
    await tablet.join(session.meeting);
    expect(JSON.stringify(tablet.received)).not.toContain(listedPaper);
    expect(pointsOf(tablet)).toEqual([]);
  }
  expect(JSON.stringify(late[2]?.received)).toContain(listedPaper);
  // The wall is never told who leads.
  expect(told(screen).every(({ leader, namedId }) => leader === null && namedId === null)).toBe(true);
});

test('[X16] a leader cannot lead to a paper they may not see, or that is not there', async () => {
  const [desk, member] = await Promise.all([secretary, members[1]].map(enter));
  if (!desk || !member) throw new Error('not everybody came');
  await take(desk, members[1]);
  await take(member, members[1]);
  lead(member, at(1, listedPaper));
  lead(member, at(1, 'no-such-paper'));
  lead(member, at(7));
  await eventually(() => expect(pagesOf(desk)).toEqual([7]));
});

test('[X17] who comes late or again is told where the leader is', async () => {
  const desk = await enter(secretary);
  await take(desk, secretary);
  lead(desk, at(9));
  await eventually(() => expect(pagesOf(desk)).toEqual([9]));
  const late = person(server.url, members[3]);
  opened.push(late);
  await late.connect();
  expect((await late.mustJoin(session.meeting)).led).toEqual({
    meeting: session.meeting,
    leader: { personId: secretary, name: 'Ông thu-ky' },
    namedId: null,
    place: at(9),
  });
  late.close();
  lead(desk, at(10));
  await eventually(() => expect(pagesOf(desk)).toEqual([9, 10]));
  const again = person(server.url, members[3]);
  opened.push(again);
  await again.connect();
  expect((await again.mustJoin(session.meeting)).led.place).toEqual(at(10));
});

test('[X18] ten pointers and ten turns a second pass, and nobody else points', async () => {
  const [desk, member, follower] = await Promise.all([secretary, members[0], members[1]].map(enter));
  if (!desk || !member || !follower) throw new Error('not everybody came');
  await take(desk, secretary);
  const flood = async () => {
    for (let n = 1; n <= 30; n += 1) lead(desk, at(n));
    // One by one: pointers that meet in one turn of the socket may be lost, which is as well.
    for (let n = 1; n <= 13; n += 1) {
      desk.socket.emit('pointer', { meeting: session.meeting, at: { x: n, y: 0 } });
      await settled(desk);
    }
    member.socket.emit('pointer', { meeting: session.meeting, at: { x: 0, y: 0 } });
    await settled(member);
    await settled(desk);
  };
  await flood();
  await eventually(() => expect(pagesOf(follower)).toHaveLength(10));
  await eventually(() => expect(pointsOf(follower)).toHaveLength(10));
  // Taking the lead anew opens no new measure.
  await take(desk, null);
  await take(desk, secretary);
  await flood();
  expect(pagesOf(follower)).toHaveLength(10);
  server.clock.advance(1_000);
  await flood();
  await eventually(() => expect(pagesOf(follower)).toHaveLength(20));
  await eventually(() => expect(pointsOf(follower)).toHaveLength(20));
});

test('[X19] the place is forgotten when the session moves on, and the lead with the right to it', async () => {
  const [desk, member] = await Promise.all([secretary, members[1]].map(enter));
  if (!desk || !member) throw new Error('not everybody came');
  await take(desk, members[1]);
  await take(member, members[1]);
  lead(member, at(2));
  await eventually(() => expect(pagesOf(desk)).toEqual([2]));
  await must({ type: 'GoToItem', from: session.items[0], to: session.items[1] });
  await eventually(() =>
    expect(told(desk).at(-1)).toMatchObject({ leader: null, namedId: null, place: null }),
  );
  await take(desk, secretary);
  lead(desk, at(3));
  await eventually(() => expect(pagesOf(member)).toEqual([2, 3]));
  await must({ type: 'EndMeeting' });
  await eventually(() => expect(told(member).at(-1)).toMatchObject({ leader: null, place: null }));
});

test('[X12] the desk sees who follows, and the page of those who do', async () => {
  const [desk, reader, other] = await Promise.all([secretary, members[0], members[1]].map(enter));
  if (!desk || !reader || !other) throw new Error('not everybody came');
  await take(desk, secretary);
  lead(desk, at(6));
  const report = { meeting: session.meeting, item: session.items[0], to: 0 };
  reader.socket.emit('presence', { ...report, following: { paper, page: 6 } });
  other.socket.emit('presence', report);
  await eventually(() =>
    expect(desk.all('presence').at(-1)?.persons).toMatchObject({
      [members[0]]: { isFollowing: true, page: 6 },
      [members[1]]: { isFollowing: false, page: null },
    }),
  );
  // Where somebody is in a paper for some is not told, the desk included.
  lead(desk, at(1, listedPaper));
  reader.socket.emit('presence', { ...report, following: { paper: listedPaper, page: 3 } });
  await eventually(() => expect(desk.all('presence').at(-1)?.persons[members[0]]?.page).toBeNull());
});
