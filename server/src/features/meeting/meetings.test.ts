import { randomUUID } from 'node:crypto';
import type { Problem } from '@hopso/shared/kernel';
import type { ListedMeeting } from '@hopso/shared/meeting';
import type { ListedItemContent, MeetingView } from '@hopso/shared/session';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  chair,
  guest,
  itemContent,
  members,
  newSession,
  secretary,
  stranger,
} from '../../../../test/support/committee.ts';
import { type LiveServer, principalOf, serveLiveSide } from '../../../../test/support/live-server.ts';
import { openVote, publishSession, startSession } from '../../../../test/support/live-side.ts';
import { person, wall } from '../../../../test/support/tablets.ts';

let server: LiveServer;

beforeEach(async () => {
  server = await serveLiveSide();
});
afterEach(async () => {
  await server.close();
  expect(server.faults).toEqual([]);
});

const ask = (who: string, path: string, init?: RequestInit) => person(server.url, who).fetch(path, init);
const asJson = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as Problem).code];

describe('the list of meetings', () => {
  const listFor = async (who: string) => {
    const answer = await ask(who, '/api/meetings');
    return ((await answer.json()) as { meetings: ListedMeeting[] }).meetings;
  };

  test('holds what the caller takes part in or prepares, a preparation for its desk only', async () => {
    const session = await publishSession(server);
    const draft = await server.prepare();
    await server.must(secretary, draft, { type: 'AddCommittee' });
    expect((await listFor(secretary)).map(({ id }) => id).toSorted()).toEqual(
      [draft, session.meeting].toSorted(),
    );
    expect((await listFor(chair)).map(({ id }) => id).toSorted()).toEqual(
      [draft, session.meeting].toSorted(),
    );
    expect(await listFor(members[0])).toMatchObject([
      {
        id: session.meeting,
        capacity: 'member',
        atDesk: false,
        phase: 'published',
        hostName: 'UBND tỉnh Long An',
      },
    ]);
    expect(await listFor(stranger)).toEqual([]);
  });

  test('is that one meeting for who came in by its code', async () => {
    const [mine, other] = [await publishSession(server), await publishSession(server)];
    server.signIns.set('by-code', principalOf(guest, { meetingScope: mine.meeting }));
    expect((await listFor('by-code')).map(({ id }) => id)).toEqual([mine.meeting]);
    expect((await listFor(guest)).map(({ id }) => id).toSorted()).toEqual(
      [mine.meeting, other.meeting].toSorted(),
    );
  });
});

describe('a preparation', () => {
  test('is opened by a secretary, stands in the list at once, and is deleted until it is published', async () => {
    const made = await ask(secretary, '/api/meetings', asJson('POST', newSession));
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const listed = await ask(secretary, '/api/meetings');
    expect(await listed.json()).toMatchObject({ meetings: [{ id, phase: 'draft', atDesk: true }] });
    expect((await ask(members[0], `/api/meetings/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await ask(secretary, `/api/meetings/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await (await ask(secretary, '/api/meetings')).json()).toMatchObject({ meetings: [] });
    const { meeting } = await publishSession(server);
    expect(await problemOf(await ask(secretary, `/api/meetings/${meeting}`, { method: 'DELETE' }))).toEqual([
      409,
      'meeting/already-published',
    ]);
  });

  test('is nobody else’s to open', async () => {
    const refused = await ask(members[0], '/api/meetings', asJson('POST', newSession));
    expect(await problemOf(refused)).toEqual([404, 'not-found']);
  });
});

test('a command has one meaning through both doors', async () => {
  const session = await startSession(server);
  const vote = await openVote(server, session);
  const id = randomUUID();
  const command = { type: 'CastBallot', vote, round: 1, choice: 'approve' } as const;
  const tablet = await person(server.url, members[0]).connect();
  const first = await tablet.command(session.meeting, command, id);
  tablet.close();
  const path = `/api/meetings/${session.meeting}/commands`;
  const second = await ask(members[0], path, asJson('POST', { id, command }));
  expect([second.status, await second.json()]).toEqual([200, first]);
  const other = { ...command, choice: 'disapprove' };
  expect(await problemOf(await ask(members[0], path, asJson('POST', { id, command: other })))).toEqual([
    409,
    'command/id-used',
  ]);
});

test('the hall code is shown at the desk and on the wall of its meeting, and nowhere else', async () => {
  const [session, other] = [await publishSession(server), await publishSession(server)];
  server.screens.set('token', session.meeting);
  const path = (meeting: string) => `/api/meetings/${meeting}/hall-code`;
  const [desk, screen] = [
    await ask(secretary, path(session.meeting)),
    await wall(server.url, 'token').fetch(path(session.meeting)),
  ];
  const shown = await desk.json();
  expect(shown).toMatchObject({ code: expect.stringMatching(/^\d{6}$/) });
  expect(await screen.json()).toEqual(shown);
  for (const who of [members[0], guest, stranger])
    expect(await problemOf(await ask(who, path(session.meeting)))).toEqual([404, 'not-found']);
  expect((await wall(server.url, 'token').fetch(path(other.meeting))).status).toBe(404);
  expect((await wall(server.url, 'unknown').fetch(path(session.meeting))).status).toBe(404);
});

test('a wall learns which meeting its link is for', async () => {
  const { meeting } = await publishSession(server);
  server.screens.set('token', meeting);
  expect(await (await wall(server.url, 'token').fetch('/api/screens/me')).json()).toEqual({ meeting });
  expect((await wall(server.url, 'unknown').fetch('/api/screens/me')).status).toBe(404);
  expect((await ask(secretary, '/api/screens/me')).status).toBe(404);
});

describe('the result', () => {
  interface Result {
    readonly view: MeetingView;
    readonly listed: readonly ListedItemContent[];
  }
  const resultFor = async (who: string, meeting: string) =>
    (await (await ask(who, `/api/meetings/${meeting}/result`)).json()) as Result;
  const tableFor = async (who: string, meeting: string, table: string) => {
    const answer = await ask(who, `/api/meetings/${meeting}/result.csv?table=${table}`);
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };

  /** A session with a vote on the first item and a conclusion on one that is open to three. */
  async function decidedSession() {
    const session = await startSession(server);
    const { meeting } = session;
    const vote = await openVote(server, session);
    const cast = (voter: string, choice: 'approve' | 'disapprove') =>
      server.must(voter, meeting, { type: 'CastBallot', vote, round: 1, choice });
    await cast(chair, 'approve');
    await cast(members[0], 'disapprove');
    const raised = { person: members[1], choice: 'approve' } as const;
    await server.must(secretary, meeting, { type: 'RecordRaisedHand', vote, round: 1, ...raised });
    for (const type of ['CloseVoting', 'PublishResult'] as const)
      await server.must(secretary, meeting, { type, vote, round: 1 });
    const content = itemContent('=Nhân sự', { openTo: [secretary, chair, members[0]] });
    const consent = 'Chủ tịch đồng ý';
    const add = { type: 'AddItem', parentId: null, before: null, content, consent } as const;
    const { created } = await server.must(secretary, meeting, add);
    const item = created[0] ?? '';
    server.drafts.set(item, { rev: 1, text: 'Đồng ý; "bổ nhiệm"' });
    const text = 'Đồng ý; "bổ nhiệm"';
    await server.must(secretary, meeting, { type: 'RecordConclusion', item, draftRev: 1, text });
    await server.must(secretary, meeting, { type: 'EndMeeting' });
    return { ...session, vote, item };
  }

  test('is there from the opening of the session on', async () => {
    const { meeting } = await publishSession(server);
    expect(await problemOf(await ask(secretary, `/api/meetings/${meeting}/result`))).toEqual([
      404,
      'not-found',
    ]);
  });

  test('names names to members, figures to guests, and listed content to those on the list', async () => {
    const { meeting, vote, item } = await decidedSession();
    const ballotsFor = async (who: string) => {
      const shown = (await resultFor(who, meeting)).view.votes[vote];
      return shown?.isListed === false ? shown.result?.ballots : null;
    };
    expect(await ballotsFor(members[2])).toMatchObject({
      [members[1]]: { choice: 'approve', source: 'clerk' },
    });
    expect(await ballotsFor(guest)).toBeUndefined();
    expect((await resultFor(members[0], meeting)).listed.map((content) => content.item.id)).toEqual([item]);
    expect((await resultFor(members[2], meeting)).listed).toEqual([]);
  });

  test('as a table opens in a spreadsheet and runs nothing there', async () => {
    const { meeting } = await decidedSession();
    const attendance = await tableFor(secretary, meeting, 'attendance');
    expect(attendance).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
    expect(attendance.text.split('\r\n')).toHaveLength(1 + 10 + 1);
    expect(attendance.text).toContain('Có mặt tại phòng họp');
    const items = await tableFor(chair, meeting, 'items');
    expect(items.text).toContain(`'=Nhân sự`);
    expect(items.text).toContain('"Đồng ý; ""bổ nhiệm"""');
    const votes = await tableFor(members[2], meeting, 'votes');
    expect(votes.text).toContain('Ông uy-vien-1;Không tán thành');
    expect(votes.text).toContain('Giơ tay, thư ký ghi nhận');
    expect(votes.text).toContain('Ông uy-vien-3;Chưa biểu quyết');
    const forGuest = await tableFor(guest, meeting, 'votes');
    expect(forGuest.text).not.toContain('tán thành');
    expect((await tableFor(guest, meeting, 'items')).text).not.toContain('Nhân sự');
    expect((await tableFor(stranger, meeting, 'votes')).status).toBe(404);
    expect((await tableFor(secretary, meeting, 'anything')).status).toBe(400);
  });
});
