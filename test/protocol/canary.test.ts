import type { Frame, MineFrame, Patch } from '@hopso/shared/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chair, everybody, guest, itemContent, members, secretary, stranger } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, serveLiveSide } from '../support/live-server.ts';
import { publishSession, startSession } from '../support/live-side.ts';
import { person, type Tablet, wall } from '../support/tablets.ts';

/** Words that stand in confidential content and nowhere else. */
const CANARY = 'CHIM-HOÀNG-YẾN';
const DECLINED = 'LÝ-DO-RIÊNG';

let server: LiveServer;
let devices: Map<string, Tablet>;

beforeEach(async () => {
  server = await serveLiveSide();
  devices = new Map();
});
afterEach(async () => {
  for (const tablet of devices.values()) tablet.close();
  await server.close();
  expect(server.faults).toEqual([]);
});

async function seatEverybody(meeting: string): Promise<void> {
  server.screens.set('token', meeting);
  for (const name of [...everybody, stranger, 'wall']) {
    const tablet = name === 'wall' ? wall(server.url, 'token') : person(server.url, name);
    devices.set(name, await tablet.connect());
    if (name !== stranger) await tablet.mustJoin(meeting);
  }
}

/** Everything that reached a device, snapshots as of now included. */
async function everythingOf(name: string, meeting: string): Promise<string> {
  const tablet = devices.get(name);
  if (tablet === undefined) throw new Error(`${name} has no device.`);
  // Answered after everything that was sent before.
  await tablet.join(meeting);
  if (name !== stranger) await tablet.snapshot(meeting);
  return JSON.stringify(tablet.received);
}

/** Resolves when everything so far was sent: what comes after it has been. An invisible change has no frame of its own. */
async function settled(meeting: string): Promise<void> {
  const content = itemContent('Nội dung cho mọi người');
  const add = { type: 'AddItem', parentId: null, before: null, content, consent: 'Đồng ý' } as const;
  const { seq } = await server.must(secretary, meeting, add);
  const feed = server.rooms.feedOf(meeting);
  await eventually(() =>
    server.rooms.read(meeting, (state) => expect(feed?.feed('desk', state).to).toBeGreaterThanOrEqual(seq)),
  );
}

test('what is open to a list is in no frame, snapshot or answer of anybody; those on the list fetch it', async () => {
  const { meeting } = await startSession(server);
  await seatEverybody(meeting);
  const must = (command: Parameters<LiveServer['must']>[2], who = secretary) =>
    server.must(who, meeting, command);
  const listed = [
    secretary,
    chair,
    members[0],
    members[1],
    members[2],
    members[3],
    members[4],
    'pho-chu-tich',
  ];
  const consent = `Chủ tịch đồng ý ${CANARY}`;
  const content = itemContent(`Nhân sự ${CANARY}`, {
    openTo: listed,
    isCollective: true,
    submittingBody: CANARY,
  });
  const added = await must({ type: 'AddItem', parentId: null, before: null, content, consent });
  const item = added.created[0] ?? '';
  await must({ type: 'AddPaper', item, upload: 'tep-1', title: `Tờ trình ${CANARY}` });
  await must({ type: 'EditItem', item, rev: 1, changes: { title: `Công tác cán bộ ${CANARY}` } });
  await settled(meeting);
  const from = await server.rooms.read(meeting, ({ agenda }) => agenda.currentId);
  await must({ type: 'GoToItem', from, to: item });
  const question = `Bổ nhiệm ${CANARY}?`;
  const opened = await must({ type: 'OpenVoting', item, round: 1, question, reason: null, durationMs: null });
  const vote = opened.created[0] ?? '';
  for (const voter of [chair, ...members])
    await must({ type: 'CastBallot', vote, round: 1, choice: 'approve' }, voter);
  await settled(meeting);
  await must({ type: 'CloseVoting', vote, round: 1 });
  await must({ type: 'PublishResult', vote, round: 1 });
  server.drafts.set(item, { rev: 1, text: `Kết luận ${CANARY}` });
  await must({ type: 'RecordConclusion', item, draftRev: 1, text: `Kết luận ${CANARY}` });
  await must({ type: 'SetItemOutcome', item, from: null, outcome: 'adopted' });
  await settled(meeting);
  for (const name of devices.keys()) {
    const everything = await everythingOf(name, meeting);
    expect(everything.includes(CANARY), name).toBe(false);
    if (name !== stranger && name !== 'wall') expect(everything).toContain(item);
  }
  for (const name of [...everybody, stranger]) {
    const answer = await devices.get(name)?.fetch(`/api/meetings/${meeting}/items/${item}`);
    const text = (await answer?.text()) ?? '';
    expect([name, answer?.status, text.includes(CANARY)]).toEqual(
      listed.includes(name) ? [name, 200, true] : [name, 404, false],
    );
    const result = await devices.get(name)?.fetch(`/api/meetings/${meeting}/result`);
    expect([name, (await result?.text())?.includes(CANARY)]).toEqual([name, listed.includes(name)]);
  }
  // A guest is not even told that a vote on it took place.
  expect(await everythingOf(guest, meeting)).not.toContain(vote);
});

test('what a restricted paper is called is in no frame, snapshot or answer of who has no right on it', async () => {
  const { meeting, items } = await startSession(server);
  const item = items[0];
  await seatEverybody(meeting);
  const must = (command: Parameters<LiveServer['must']>[2]) => server.must(secretary, meeting, command);
  const others = { presenter: 'none', guest: 'none', observer: 'none' } as const;
  const groups = { member: 'view', substitute: 'view', ...others } as const;
  const exceptions = { [members[1]]: 'none' } as const;
  const laid = await must({ type: 'AddPaper', item, upload: 'tep-1', title: 'Tờ trình' });
  const paper = laid.created[0] ?? '';
  await must({ type: 'SetPaperAccess', paper, rev: 1, access: { groups, exceptions } });
  await must({ type: 'RetitlePaper', paper, rev: 2, title: `Danh sách ${CANARY}` });
  await settled(meeting);
  // Who leads others through it leads those who may see it, and not the wall.
  const place = { paper, version: 1, page: 2, y: null };
  const lead = devices.get(secretary)?.socket;
  await new Promise((done) => lead?.emit('leader', { meeting, person: secretary }, done));
  lead?.emit('lead', { meeting, place });
  await eventually(() =>
    expect(devices.get(members[0])?.all('led').at(-1)).toMatchObject({ place: { paper, page: 2 } }),
  );
  await settled(meeting);
  const entitled = [chair, secretary, members[0], members[2], members[3], members[4], 'pho-chu-tich'];
  for (const name of devices.keys()) {
    const everything = await everythingOf(name, meeting);
    expect([name, everything.includes(CANARY)]).toEqual([name, false]);
    if (entitled.includes(name)) continue;
    const led = devices.get(name)?.all('led') ?? [];
    expect([name, JSON.stringify(led).includes(paper)]).toEqual([name, false]);
  }
  for (const name of everybody) {
    const answer = await devices.get(name)?.fetch(`/api/meetings/${meeting}/items/${item}`);
    expect([name, (await answer?.text())?.includes(CANARY)]).toEqual([name, entitled.includes(name)]);
    const result = await devices.get(name)?.fetch(`/api/meetings/${meeting}/result`);
    expect([name, (await result?.text())?.includes(CANARY)]).toEqual([name, entitled.includes(name)]);
    const seen = await devices.get(name)?.fetch(`/api/meetings/${meeting}/seen-by/${members[0]}`);
    const isDesk = name === secretary || name === chair;
    expect([name, seen?.status, (await seen?.text())?.includes(CANARY)]).toEqual([
      ...[name, isDesk ? 200 : 404, isDesk],
    ]);
  }
  // Frames sent before the right was taken are not handed out any more.
  const late = await person(server.url, guest).connect();
  devices.set('late', late);
  await late.mustJoin(meeting);
  expect(JSON.stringify(late.received)).not.toContain(paper);
});

/** Every path of a tree or patch at which something stands, with what stands there. */
function* places(value: unknown, path = ''): Generator<readonly [string, unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* places(part, `${path}/${key}`);
}

/** What tells a choice: a ballot, a tally or a result that is more than "none yet". */
function tellsOf(payload: unknown): string[] {
  const telling = /\/(choice|ballots|tally|result|isAdopted|approve|disapprove|abstain)(\/|$)/;
  const nothing = [null, '[null]', '{}', '[{}]'];
  return [...places(payload)]
    .filter(
      ([path, value]) =>
        telling.test(path) && !nothing.includes(value === null ? null : JSON.stringify(value)),
    )
    .map(([path]) => path);
}

const ownOf = (patch: Patch): unknown => ('ballots' in patch ? patch.ballots : undefined);

test('before its result is published nobody is told a choice but who made it', async () => {
  const session = await startSession(server);
  const { meeting } = session;
  await seatEverybody(meeting);
  const opened = await server.must(secretary, meeting, {
    type: 'OpenVoting',
    item: session.items[0],
    round: 1,
    question: 'Thông qua?',
    reason: null,
    durationMs: null,
  });
  const vote = opened.created[0] ?? '';
  const cast = async (voter: string, choice: 'approve' | 'disapprove') => {
    const tablet = devices.get(voter);
    const answer = await tablet?.command(meeting, { type: 'CastBallot', vote, round: 1, choice });
    expect(answer).toMatchObject({ ok: true });
  };
  await cast(chair, 'approve');
  await settled(meeting);
  await cast(members[0], 'disapprove');
  await cast(members[0], 'approve');
  const raised = { person: members[1], choice: 'disapprove' } as const;
  await server.must(secretary, meeting, { type: 'RecordRaisedHand', vote, round: 1, ...raised });
  await server.must(members[1], meeting, { type: 'AnswerRaisedHand', vote, isRight: true });
  await settled(meeting);
  await server.must(secretary, meeting, { type: 'CloseVoting', vote, round: 1 });
  await settled(meeting);
  const voters = [chair, members[0], members[1]];
  for (const [name, tablet] of devices) {
    const joinedBefore = tablet.received.length;
    await everythingOf(name, meeting);
    for (const { event, payload } of tablet.received) {
      if (event === 'mine') {
        const told = ownOf((payload as MineFrame).patch);
        if (told !== undefined) expect(voters, name).toContain(name);
        continue;
      }
      // The answer to a join holds the own view: checked below.
      const isJoin =
        event === 'answer' && typeof payload === 'object' && payload !== null && 'mine' in payload;
      if (!isJoin) expect(tellsOf(payload), `${name} ${event}`).toEqual([]);
    }
    const joined = tablet.received.slice(joinedBefore).find(({ event }) => event === 'answer')?.payload;
    const { mine = null } = (joined ?? {}) as { mine?: { ballots: object } | null };
    const own = voters.includes(name) ? [vote] : [];
    expect([name, Object.keys(mine?.ballots ?? {})]).toEqual([name, own]);
  }
  // The check sees what it is there to see: after publication the same device is told everything.
  await server.must(secretary, meeting, { type: 'PublishResult', vote, round: 1 });
  await settled(meeting);
  const told = (name: string) =>
    eventually(() => {
      const last = devices.get(name)?.all('frame').at(-1) as Frame;
      const paths = tellsOf(last.patch);
      expect(paths).not.toEqual([]);
      return paths.join(' ');
    });
  expect(await told(members[4])).toContain(`ballots/${members[0]}`);
  // Guests and the wall see figures, never names beside choices.
  expect(await told(guest)).not.toContain('ballots');
  expect(await told('wall')).not.toContain('ballots');
});

test('why somebody declined is told to the desk alone', async () => {
  const { meeting } = await publishSession(server);
  await seatEverybody(meeting);
  const decline = { type: 'AnswerInvitation', answer: 'declined', reason: DECLINED } as const;
  await server.must(members[0], meeting, decline);
  await settled(meeting);
  for (const name of devices.keys()) {
    const told = (await everythingOf(name, meeting)).includes(DECLINED);
    expect([name, told]).toEqual([name, name === secretary || name === chair]);
  }
});
