import type { Annotation } from '@hopso/shared/annotation';
import type { PaperAccess } from '@hopso/shared/paper';
import type { Command } from '@hopso/shared/session';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chair, guest, itemContent, members, secretary, stranger } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, serveLiveSide } from '../support/live-server.ts';
import { type Session, startSession } from '../support/live-side.ts';
import { type MemoryVault, memoryVault } from '../support/memory-vault.ts';
import {
  type NotesLine,
  type NotesStore,
  noteAct,
  noteBody,
  notesLine,
  openNotes,
} from '../support/notes.ts';
import { person, type Tablet } from '../support/tablets.ts';

const [an, binh] = members;

interface Device {
  readonly store: NotesStore;
  readonly line: NotesLine;
  readonly vault: MemoryVault;
  readonly tablet: Tablet;
}

let server: LiveServer;
let session: Session;
let paper: string;
let listedItem: string;
let listedPaper: string;
let devices: Device[];

beforeEach(async () => {
  devices = [];
  server = await serveLiveSide();
  session = await startSession(server);
  paper = await created({ type: 'AddPaper', item: session.items[0], upload: 'tep-1', title: 'Tờ trình' });
  const content = itemContent('Nhân sự', { openTo: [secretary, chair, an] });
  const consent = 'Chủ tịch đồng ý';
  listedItem = await created({ type: 'AddItem', parentId: null, before: null, content, consent });
  listedPaper = await created({ type: 'AddPaper', item: listedItem, upload: 'tep-2', title: 'Nhân sự' });
});
afterEach(async () => {
  for (const { store, tablet } of devices) {
    store.close();
    tablet.close();
  }
  await server.close();
  expect(server.faults).toEqual([]);
});

const must = (command: Command) => server.must(secretary, session.meeting, command);
async function created(command: Command): Promise<string> {
  return (await must(command)).created[0] ?? '';
}

/** A tablet with the product's store: the socket wakes it, as the page does. */
async function device(personId: string, vault = memoryVault(), isUp = true): Promise<Device> {
  const line = notesLine(server.url, personId, session.meeting);
  line.isUp = isUp;
  const store = await openNotes(personId, session.meeting, line, vault, server.clock.now);
  const tablet = await person(server.url, personId).connect();
  await tablet.mustJoin(session.meeting);
  tablet.socket.on('annotations', ({ seq }) => store.wake(seq));
  const made = { store, line, vault, tablet };
  devices.push(made);
  return made;
}

function change(over: Partial<ReturnType<typeof noteAct>> = {}) {
  const { actId: _, at: __, ...made } = noteAct(paper, over);
  return made;
}
const ids = ({ store }: Device, on = paper) => store.notesOn(on, 1).map(({ id }) => id);
const textsOf = (notes: readonly Annotation[]) => notes.map(({ body }) => body?.text);

test('[N1] a note shows at once, is told to the own other device, and to nobody else', async () => {
  const [tablet, desk, other] = [await device(an), await device(an), await device(binh)];
  const note = change();
  tablet.store.put(note);
  expect(ids(tablet)).toEqual([note.id]);
  await eventually(() => expect(ids(desk)).toEqual([note.id]));
  expect(desk.store.all()[0]).toMatchObject({ ownerId: an, ownerName: `Ông ${an}`, body: note.body });
  await eventually(() => expect(tablet.store.status()).toEqual({ waiting: 0, isDurable: true, refused: [] }));
  expect(other.tablet.received.filter(({ event }) => event === 'annotations')).toEqual([]);
  other.store.wake();
  await eventually(() => expect(other.line.sent).toEqual([]));
  expect(other.store.all()).toEqual([]);
});

test('[N7] a note that was taken away and brought back in one message is on the device when it opens again', async () => {
  const tablet = await device(an);
  const note = change();
  tablet.store.put(note);
  await eventually(() => expect(tablet.store.status().waiting).toBe(0));
  tablet.line.isUp = false;
  for (const body of [null, note.body]) {
    server.clock.advance(1_000);
    tablet.store.put({ ...note, body });
  }
  await tablet.store.durable();
  server.clock.advance(1_000);
  tablet.line.isUp = true;
  tablet.store.wake();
  await eventually(() => expect(tablet.store.status().waiting).toBe(0));
  expect(tablet.line.sent.at(-1)).toHaveLength(2);
  await eventually(() => expect(ids(tablet)).toEqual([note.id]));
  tablet.store.close();
  const again = await device(an, tablet.vault, false);
  expect(ids(again)).toEqual([note.id]);
});

test('[N7] what was written in two hours without a network arrives whole, in order, each act once', async () => {
  const tablet = await device(an);
  const desk = await device(an);
  tablet.line.isUp = false;
  const strokes = Array.from({ length: 500 }, () => change());
  for (const stroke of strokes) {
    tablet.store.put(stroke);
    server.clock.advance(14_000);
  }
  const [first, second] = strokes;
  if (first === undefined || second === undefined) throw new Error('no strokes');
  tablet.store.put({ ...first, body: null });
  await tablet.store.durable();
  expect(tablet.store.status()).toMatchObject({ waiting: 501, isDurable: true });
  expect(tablet.store.all()).toHaveLength(499);
  expect(desk.store.all()).toEqual([]);
  tablet.line.isUp = true;
  tablet.store.wake();
  await eventually(() => expect(tablet.store.status().waiting).toBe(0));
  await eventually(() => expect(desk.store.all()).toHaveLength(499));
  expect(ids(desk)).toEqual(ids(tablet));
  const sent = tablet.line.sent.flat();
  expect(sent.map(({ id }) => id)).toEqual([...strokes.map(({ id }) => id), first.id]);
  expect(new Set(sent.map(({ actId }) => actId)).size).toBe(501);
  expect(Math.max(...tablet.line.sent.map((batch) => batch.length))).toBeLessThanOrEqual(100);
});

test('[N3] of two devices that were apart, the later act holds on both, whoever comes back first', async () => {
  const [tablet, desk] = [await device(an), await device(an)];
  const note = change({ type: 'note', body: noteBody('Đầu') });
  tablet.store.put(note);
  await eventually(() => expect(ids(desk)).toEqual([note.id]));
  tablet.line.isUp = false;
  desk.line.isUp = false;
  tablet.store.put({ ...note, body: noteBody('Trước') });
  server.clock.advance(60_000);
  desk.store.put({ ...note, body: noteBody('Sau') });
  desk.line.isUp = true;
  desk.store.wake();
  await eventually(() => expect(desk.store.status().waiting).toBe(0));
  expect(textsOf(tablet.store.all())).toEqual(['Trước']);
  tablet.line.isUp = true;
  tablet.store.wake();
  for (const { store } of [tablet, desk])
    await eventually(() => expect(textsOf(store.all())).toEqual(['Sau']));
  await eventually(() => expect(tablet.store.status().waiting).toBe(0));
});

test('[N4] a deleted note comes back by a later act of its owner', async () => {
  const [tablet, desk] = [await device(an), await device(an)];
  const note = change();
  tablet.store.put(note);
  await eventually(() => expect(ids(desk)).toEqual([note.id]));
  server.clock.advance(1_000);
  desk.store.put({ ...note, body: null });
  await eventually(() => expect(ids(tablet)).toEqual([]));
  server.clock.advance(1_000);
  tablet.store.put(note);
  await eventually(() => expect(ids(desk)).toEqual([note.id]));
});

test('[N5] who a note is shared with sees it until it is no longer shared', async () => {
  const [owner, named, other] = [await device(an), await device(binh), await device(guest)];
  const note = change({ sharing: [binh] });
  owner.store.put(note);
  await eventually(() => expect(named.store.all()).toMatchObject([{ id: note.id, sharing: [binh] }]));
  owner.store.put({ ...note, sharing: 'all' });
  await eventually(() => expect(ids(other)).toEqual([note.id]));
  owner.store.put({ ...note, sharing: [guest] });
  await eventually(() => expect(ids(named)).toEqual([]));
  expect(ids(other)).toEqual([note.id]);
  owner.store.put({ ...note, body: null });
  await eventually(() => expect(ids(other)).toEqual([]));
  // The device keeps nothing of it either.
  expect(await named.vault.table(`annotations.${session.meeting}`).entries()).toEqual([]);
});

test('[N5] notes on a paper that is closed to somebody leave their device, and come when it is opened', async () => {
  const [owner, other] = [await device(an), await device(binh)];
  const note = change({ paperId: listedPaper, sharing: 'all' });
  owner.store.put(note);
  await eventually(() => expect(owner.store.status().waiting).toBe(0));
  expect(other.tablet.received.filter(({ event }) => event === 'annotations')).toEqual([]);
  const open = change({ sharing: 'all' });
  owner.store.put(open);
  await eventually(() => expect(ids(other)).toEqual([open.id]));
  const entitle = async (openTo: string[], rev: number) =>
    must({ type: 'EditItem', item: listedItem, rev, changes: { openTo } });
  const rev = () =>
    server.rooms.read(session.meeting, ({ agenda }) => agenda.items.get(listedItem)?.rev ?? 0);
  await entitle([secretary, chair, an, binh], (await rev()) ?? 0);
  other.store.wake();
  await eventually(() => expect(ids(other, listedPaper)).toEqual([note.id]));
  await entitle([secretary, chair, an], (await rev()) ?? 0);
  other.store.wake();
  await eventually(() => expect(ids(other, listedPaper)).toEqual([]));
  expect(ids(other)).toEqual([open.id]);
});

test('[P15] who may only view a paper makes no new note on it, and keeps those made before', async () => {
  const other = await device(binh);
  const note = change();
  other.store.put(note);
  await eventually(() => expect(other.store.status().waiting).toBe(0));
  const groups = {
    member: 'print',
    substitute: 'print',
    presenter: 'print',
    guest: 'print',
    observer: 'print',
  };
  const give = (right: 'view' | 'annotate' | 'none', rev: number) => {
    const access = { groups: groups as PaperAccess['groups'], exceptions: { [binh]: right } };
    return must({ type: 'SetPaperAccess', paper, rev, access });
  };
  await give('view', 1);
  const late = change();
  other.store.put(late);
  await eventually(() => expect(other.store.status().refused).toEqual(['annotation/not-allowed']));
  // It is not lost: it stands on the device, marked as not sent.
  expect(ids(other)).toEqual(expect.arrayContaining([note.id, late.id]));
  await give('none', 2);
  other.store.wake();
  await eventually(() => expect(ids(other)).not.toContain(note.id));
  await give('annotate', 3);
  other.store.wake();
  await eventually(() => expect(ids(other)).toContain(note.id));
  await give('view', 4);
  other.store.put({ ...note, body: null });
  await eventually(() => expect(ids(other)).not.toContain(note.id));
});

test('[P14] a shared note on a paper that is restricted rings for nobody who may not see it', async () => {
  const [owner, other] = [await device(an), await device(binh)];
  const all = { member: 'none', substitute: 'none', presenter: 'none', guest: 'none', observer: 'none' };
  const access = { groups: all as PaperAccess['groups'], exceptions: { [an]: 'print' as const } };
  await must({ type: 'SetPaperAccess', paper, rev: 1, access });
  const note = change({ sharing: 'all' });
  owner.store.put(note);
  await eventually(() => expect(owner.store.status().waiting).toBe(0));
  other.store.wake();
  const open = change({ paperId: listedPaper, sharing: 'all' });
  owner.store.put(open);
  await eventually(() => expect(owner.store.status().waiting).toBe(0));
  expect(ids(other)).toEqual([]);
  expect(other.tablet.received.filter(({ event }) => event === 'annotations')).toEqual([]);
});

test('[N5] of a withdrawn paper everybody keeps their own notes alone', async () => {
  const [owner, other] = [await device(an), await device(binh)];
  const note = change({ sharing: 'all' });
  owner.store.put(note);
  await eventually(() => expect(ids(other)).toEqual([note.id]));
  await must({ type: 'WithdrawPaper', paper, rev: 1, reason: 'Nhầm tệp' });
  for (const { store } of [owner, other]) store.wake();
  await eventually(() => expect(ids(other)).toEqual([]));
  expect(ids(owner)).toEqual([note.id]);
});

test('[N7] two tabs of one browser show the same and send once', async () => {
  const vault = memoryVault();
  const [left, right] = [await device(an, vault), await device(an, vault)];
  const strokes = Array.from({ length: 40 }, () => change());
  for (const [index, stroke] of strokes.entries()) (index % 2 === 0 ? left : right).store.put(stroke);
  for (const { store } of [left, right]) {
    await eventually(() => expect(store.all()).toHaveLength(40));
    await eventually(() => expect(store.status().waiting).toBe(0));
  }
  const sent = [...left.line.sent, ...right.line.sent].flat().map(({ actId }) => actId);
  expect(sent).toHaveLength(40);
  expect(new Set(sent).size).toBe(40);
});

test('what was not sent before the page was closed is sent by the next one', async () => {
  const vault = memoryVault();
  const before = await device(an, vault);
  before.line.isUp = false;
  const note = change();
  before.store.put(note);
  await before.store.durable();
  before.store.close();
  const after = await device(an, vault);
  expect(ids(after)).toEqual([note.id]);
  await eventually(() => expect(after.line.sent.flat().map(({ id }) => id)).toEqual([note.id]));
});

test('where the device keeps nothing the person is warned, and the notes are sent all the same', async () => {
  const vault = memoryVault();
  const tablet = await device(an, vault);
  const desk = await device(an);
  vault.beforeWrite = async () => {
    throw new Error('the device is full');
  };
  const note = change();
  tablet.store.put(note);
  await eventually(() => expect(tablet.store.status().isDurable).toBe(false));
  await eventually(() => expect(ids(desk)).toEqual([note.id]));
});

test('an act that the server refuses stays on the device, and does not hold up the others', async () => {
  const tablet = await device(an);
  const desk = await device(an);
  const astray = change({ page: 4_000 });
  const malformed = change({ page: 0 });
  const good = change();
  for (const note of [astray, malformed, good]) tablet.store.put(note);
  await eventually(() => expect(ids(desk)).toEqual([good.id]));
  await eventually(() =>
    expect(tablet.store.status()).toMatchObject({
      waiting: 0,
      refused: expect.arrayContaining(['annotation/page-unknown', 'input/invalid']),
    }),
  );
  expect(tablet.store.all()).toHaveLength(3);
});

test('many acts ring at most ten times a second, and the last bell names the last place', async () => {
  const [owner, other] = [person(server.url, an), await device(binh)];
  const acts = Array.from({ length: 30 }, () => noteAct(paper, { sharing: 'all' }));
  for (const act of acts) await post(owner, { acts: [act] });
  const bells = () =>
    other.tablet.received.filter(({ event }) => event === 'annotations').map(({ payload }) => payload);
  await eventually(() => expect(bells().at(-1)).toEqual({ meeting: session.meeting, seq: 30 }));
  expect(bells().length).toBeLessThan(30);
});

const path = () => `/api/meetings/${session.meeting}/annotations`;
const post = (tablet: Tablet, body: unknown, at = path()) =>
  tablet.fetch(at, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const verdicts = async (answer: Response) =>
  ((await answer.json()) as { results: { problem: string | null }[] }).results.map(({ problem }) => problem);

test('[N1][N2] a private note reaches nobody else by any route, whatever they are', async () => {
  const secret = noteAct(paper, { type: 'note', body: noteBody('Điều không ai được biết') });
  const owner = person(server.url, an);
  expect(await verdicts(await post(owner, { acts: [secret] }))).toEqual([null]);
  server.signIns.set('quan-tri', {
    sessionId: 'quan-tri',
    personId: chair,
    roles: [{ role: 'administrator', unitId: null }],
    meetingScope: null,
    passwordChangeRequired: false,
    expiresAt: Number.MAX_SAFE_INTEGER,
  });
  const routes = [
    `${path()}?after=0`,
    `${path()}?after=0&paper=${paper}`,
    `/api/meetings/${session.meeting}/remarks`,
  ];
  for (const name of ['quan-tri', secretary, chair, binh, guest, stranger]) {
    const caller = person(server.url, name);
    for (const route of routes) {
      const answer = await (await caller.fetch(route)).text();
      expect(answer, `${name} ${route}`).not.toContain('không ai được biết');
      expect(answer, `${name} ${route}`).not.toContain(secret.id);
    }
    const theirs = { ...secret, actId: noteAct(paper).actId, at: secret.at + 1, sharing: 'all' };
    const answer = await post(caller, { acts: [theirs] });
    if (name === stranger) expect(answer.status).toBe(404);
    else expect(await verdicts(answer)).toEqual(['not-found']);
    const treated = await treat(caller, secret.id, { state: 'set-aside', answer: '', rev: 0 });
    expect(treated.status).toBe(404);
  }
  const kept = (await (await owner.fetch(`${path()}?after=0`)).json()) as { annotations: Annotation[] };
  expect(kept.annotations).toMatchObject([{ id: secret.id, sharing: 'private', ownerId: an }]);
});

const treat = (tablet: Tablet, note: string, body: unknown) =>
  tablet.fetch(`/api/meetings/${session.meeting}/remarks/${note}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('[N2] what is not there, not theirs and not to be seen answers alike', async () => {
  const owner = person(server.url, binh);
  const elsewhere = await startSession(server);
  const own = noteAct(paper);
  const problems = await verdicts(
    await post(owner, {
      acts: [
        own,
        noteAct('khong-co'),
        noteAct(listedPaper),
        { ...own, actId: noteAct(paper).actId, at: 2_000, paperId: listedPaper },
        { ...own, actId: noteAct(paper).actId, at: 2_000, type: 'marker' },
        noteAct(paper, { page: 13 }),
        noteAct(paper, { version: 2 }),
      ],
    }),
  );
  const unknown = 'annotation/page-unknown';
  expect(problems).toEqual([null, 'not-found', 'not-found', 'not-found', 'not-found', unknown, unknown]);
  const inOther = `/api/meetings/${elsewhere.meeting}/annotations`;
  expect(await verdicts(await post(owner, { acts: [own] }, inOther))).toEqual(['not-found']);
  for (const meeting of ['khong-co', elsewhere.meeting]) {
    const at = `/api/meetings/${meeting}/annotations`;
    expect((await post(person(server.url, stranger), { acts: [own] }, at)).status).toBe(404);
    expect((await person(server.url, stranger).fetch(`${at}?after=0`)).status).toBe(404);
  }
});

test('what is not as described is refused whole and changes nothing', async () => {
  const owner = person(server.url, an);
  const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });
  const broken: [body: unknown, status: number][] = [
    [{ acts: [] }, 400],
    [{ acts: Array.from({ length: 101 }, () => noteAct(paper)) }, 400],
    [{ acts: [{ ...noteAct(paper), ownerId: binh }] }, 400],
    [{ acts: [{ ...noteAct(paper), body: { ...noteBody('x'), html: '<b>' } }] }, 400],
    [{ acts: [{ ...noteAct(paper), body: { ...noteBody('x'), text: 'y'.repeat(4_001) } }] }, 400],
    [{ acts: [{ ...noteAct(paper), at: -1 }] }, 400],
    [{ acts: [{ ...noteAct(paper), actId: 'x' }] }, 400],
    [{ acts: [{ ...noteAct(paper), sharing: [] }] }, 400],
    [{ acts: deep(40) }, 400],
    ['{"acts":[{"__proto__":{"polluted":true}}]}', 400],
    ['{"acts":', 400],
    [{ acts: 'y'.repeat(300_000) }, 413],
  ];
  for (const [body, status] of broken) expect((await post(owner, body)).status).toBe(status);
  for (const query of ['?after=-1', '?after=x', '', `?after=0&paper=${'a'.repeat(80)}`])
    expect((await owner.fetch(path() + query)).status, query).toBe(400);
  const { annotations } = (await (await owner.fetch(`${path()}?after=0`)).json()) as {
    annotations: unknown[];
  };
  expect(annotations).toEqual([]);
});

test('[N7] an act dated in the future counts as of its arrival', async () => {
  const owner = person(server.url, an);
  const act = noteAct(paper, { at: server.clock.now() + 3_600_000 });
  await post(owner, { acts: [act] });
  const read = async () =>
    ((await (await owner.fetch(`${path()}?after=0`)).json()) as { annotations: Annotation[] }).annotations;
  expect(await read()).toMatchObject([{ updatedAt: server.clock.now() }]);
  server.clock.advance(1_000);
  const later = noteAct(paper, { id: act.id, at: server.clock.now(), body: null });
  await post(owner, { acts: [later] });
  expect(await read()).toMatchObject([{ id: act.id, body: null }]);
});

test('[N10] the desk treats what is shared with all, as it saw it, and the owner learns of it', async () => {
  const owner = await device(an);
  const desk = person(server.url, secretary);
  const note = change({ type: 'note', sharing: 'all', body: noteBody('Số liệu trang 3 chưa khớp'), page: 3 });
  const first = change({ type: 'note', sharing: 'all', body: noteBody('Mở đầu') });
  const ownOnly = change();
  for (const each of [note, first, ownOnly]) owner.store.put(each);
  await eventually(() => expect(owner.store.status().waiting).toBe(0));
  const remarks = async (caller = desk) => {
    const answer = await caller.fetch(`/api/meetings/${session.meeting}/remarks?paper=${paper}`);
    return answer.status === 200 ? ((await answer.json()) as { remarks: unknown[] }).remarks : answer.status;
  };
  const untouched = { state: 'open', answer: '', treatedBy: null, rev: 0, isChangedSince: false };
  expect(await remarks()).toMatchObject([
    { note: { id: first.id, ownerName: `Ông ${an}` }, ...untouched },
    { note: { id: note.id }, ...untouched },
  ]);
  expect(await remarks(person(server.url, binh))).toBe(404);
  expect((await treat(person(server.url, binh), note.id, { state: 'open', answer: '', rev: 0 })).status).toBe(
    404,
  );
  const missing = await treat(desk, note.id, { state: 'answered', answer: ' ', rev: 0 });
  expect(await missing.json()).toMatchObject({ code: 'annotation/answer-missing' });
  const answered = await treat(desk, note.id, { state: 'answered', answer: 'Đã rà soát', rev: 0 });
  expect(await answered.json()).toMatchObject({ state: 'answered', rev: 1, treatedBy: `Ông ${secretary}` });
  const stale = await treat(desk, note.id, { state: 'set-aside', answer: '', rev: 0 });
  expect(await stale.json()).toMatchObject({
    code: 'stale',
    params: { current: { state: 'answered', answer: 'Đã rà soát', rev: 1 } },
  });
  const remarkOf = (id: string) => owner.store.all().find((each) => each.id === id)?.remark;
  await eventually(() =>
    expect(remarkOf(note.id)).toMatchObject({ state: 'answered', answer: 'Đã rà soát' }),
  );
  server.clock.advance(1_000);
  owner.store.put({ ...note, body: noteBody('Số liệu trang 4 chưa khớp') });
  await eventually(async () =>
    expect(await remarks()).toMatchObject([{}, { note: { id: note.id }, isChangedSince: true, rev: 1 }]),
  );
  owner.store.put({ ...note, sharing: 'private' });
  await eventually(async () => expect(await remarks()).toMatchObject([{ note: { id: first.id } }]));
  await eventually(() => expect(remarkOf(note.id)).toBeNull());
});
