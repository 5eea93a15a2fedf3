import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast, people, SESSION } from './cast.ts';
import { noteConnection, notedConnection } from './connection.ts';
import { ask, meetingOf, order, raiseHands } from './door.ts';
import { choiceWord } from './pages/ballot-sheet.ts';
import type { Desk } from './pages/desk.ts';
import type { HallScreen } from './pages/hall-screen.ts';
import { ResultPage } from './pages/result-page.ts';
import type { Workspace } from './pages/workspace.ts';
import { revealed } from './secrecy.ts';
import { attribute, counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { type SixSeats, takeSeats } from './six-seats.ts';
import { say, sessionWords } from './texts.ts';

const LATE = 'Kiều Minh Triết';
const SUBSTITUTE = 'Phan Nhật Minh';
const VICE_CHAIR = 'Tạ Thị Hồng Nhạn';
const CONCLUSION = 'Thống nhất thông qua; giao Sở Kế hoạch và Đầu tư hoàn chỉnh, trình trước ngày 05/5/2021.';

let cast: Cast;
let phoneSeat: Seat;
let seats: SixSeats['seats'];
let desk: Desk;
let chair: Workspace;
let member1: Workspace;
let phone: Workspace;
let member2: Workspace;
let guest: Workspace;
let hall: HallScreen;
let meeting: string;

beforeAll(async () => {
  cast = await Cast.open();
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

const tablets = () => [chair, member1, member2, guest];
const everyone = () => [...Object.values(seats), phoneSeat];

async function expectAllAt(number: string): Promise<void> {
  for (const tablet of tablets())
    await reading(tablet.current).toContain(say('meeting:itemNumber', { n: number }));
  await reading(hall.itemNumber).toBe(say('screen:item', { n: number }));
}

describe('a session of the committee, from signing in to its result', () => {
  test('six seats come in, and everyone sees what the session is at', async () => {
    ({ seats, desk, chair, member1, member2, guest, hall } = await takeSeats(cast));
    meeting = meetingOf(seats.secretary.page);
    await expectAllAt('2');
    for (const tablet of tablets())
      await reading(tablet.connection).toContain(say('meeting:connection.live'));
    await reading(desk.quorum).toBe(say('desk:quorum.pill', { p: 17, n: 22, q: 15 }));
  });

  test('the desk moves on, tablets and hall follow, and whoever reads elsewhere keeps the place', async () => {
    await desk.next('3');
    await expectAllAt('3');
    await reading(member1.openTab).toContain('Tờ trình');
    await member1.goToItem('2');
    await reading(member1.returnPill).toContain(say('meeting:follow.elsewhere', { ...sessionWords, n: 3 }));
    await desk.next('4');
    await expectAllAt('4');
    await reading(member1.returnPill).toContain(say('meeting:follow.elsewhere', { ...sessionWords, n: 4 }));
    await attribute(await member1.item('2'), 'aria-current').toBe('true');
    await shot(seats.member1.page, 'workspace-elsewhere');
  });

  test('a move is undone within eight seconds, and one tap leads a reader back', async () => {
    await desk.undoMove();
    await expectAllAt('3');
    await attribute(await member1.item('2'), 'aria-current').toBe('true');

    await desk.show('presence');
    await reading(desk.presence('elsewhere')).toContain(people.member1);
    await reading(desk.presence('here')).toContain(people.member2);
    await reading(desk.presence('offline')).toContain(LATE);
    await shot(seats.secretary.page, 'desk-presence');

    await member1.returnToPresider();
    await counting(member1.returnPill).toBe(0);
    await attribute(await member1.item('3'), 'aria-current').toBe('true');
    await reading(desk.presence('here')).toContain(people.member1);
  });

  test('presence is taken by the code of the hall and by the secretary', async () => {
    await desk.show('roster');
    await desk.roster.set(people.member2, 'unexcused');
    await reading(desk.quorum).toContain('16/22');
    await reading(hall.present).toBe(say('screen:quorum', { present: 16, total: 22, needed: 15 }));
    await member2.checkInWithHallCode(await hall.code());
    await reading(member2.checkedIn).toContain(say('meeting:status.room'));
    await reading(desk.quorum).toContain('17/22');
    await desk.roster.markInRoom(LATE);
    await reading(desk.quorum).toContain('18/22');
    await reading(hall.present).toContain('18/22');
    await reading(desk.roster.statement).toContain(say('desk:attendance.enough', { q: 15 }));
    await shot(seats.secretary.page, 'desk-roster');
    await desk.roster.leaves(LATE);
    await reading(desk.quorum).toContain('17/22');
    await desk.roster.returns(LATE);
    await reading(desk.quorum).toContain('18/22');
    // Who stands in for a member is there, and never counted.
    await desk.roster.set(SUBSTITUTE, 'unexcused');
    await reading(desk.roster.row(SUBSTITUTE)).toContain(say('meeting:status.unexcused'));
    await reading(desk.quorum).toContain('18/22');
    await desk.show('entry');
    await eventually(async () => (await desk.hallCode()) === (await hall.code())).toBe(true);
  });

  test('a collective item cannot be adopted before it was voted on', async () => {
    // The button says "not now" to screen readers and stays there to be pressed: it answers with the reason.
    await desk.outcome('adopted').click({ force: true });
    await reading(desk.toasts).toContain(say('problem:decision.vote-needed'));
    const item = await desk.item.getAttribute('data-item');
    const refused = await seats.secretary.watch.expecting(409, () =>
      order(seats.secretary.page, meeting, { type: 'SetItemOutcome', item, from: null, outcome: 'adopted' }),
    );
    expect(refused.body.code).toBe('decision/vote-needed');
  });
});

describe('the vote', () => {
  const before = new Map<Seat, number>();

  test('opening it opens the ballot on every tablet of a member, and says how it is counted', async () => {
    [phoneSeat, phone] = await cast.inRoom('member 1, phone', 'phone', 'thanhvien1');
    for (const seat of everyone()) before.set(seat, seat.wire.position);
    await desk.show('vote');
    const dialog = await desk.vote.ask();
    await reading(dialog).toContain(say('desk:vote.sets', { n: 22, p: 18 }));
    await shot(seats.secretary.page, 'desk-vote-ask');
    await seats.secretary.watch.expectAccessible(seats.secretary.page);
    await seats.secretary.page.getByTestId('vote-duration-none').click();
    await seats.secretary.page.getByTestId('vote-open-confirm').click();
    for (const tablet of [chair, member1, phone, member2]) {
      await reading(tablet.ballot.submit).toBe(say('voting:ballot.choose'));
      await reading(tablet.ballot.question).toContain('Dự thảo Nghị quyết');
    }
    await counting(guest.ballot.sheet).toBe(0);
    await reading(hall.progress).toBe(say('screen:voted', { n: 0, total: 18 }));
    await shot(seats.member1.page, 'ballot-landscape');
    await shot(seats.member2.page, 'ballot-portrait');
    await shot(phoneSeat.page, 'ballot-phone');
    await shot(seats.wall.page, 'hall-vote');
    for (const seat of [seats.member1, phoneSeat]) await seat.watch.expectAccessible(seat.page);
  });

  test('a member votes in two taps, changes the vote, and both tablets agree', async () => {
    await member1.ballot.vote('disapprove');
    await reading(member1.ballot.receipt).toContain(
      say('voting:ballot.recorded', { luaChon: choiceWord('disapprove') }),
    );
    await reading(phone.ballot.receipt).toContain(choiceWord('disapprove'));
    await phone.ballot.changeTo('approve');
    for (const tablet of [phone, member1]) {
      await reading(tablet.ballot.receipt).toContain(
        say('voting:ballot.recorded', { luaChon: choiceWord('approve') }),
      );
    }
    await reading(hall.progress).toBe(say('screen:voted', { n: 1, total: 18 }));
    await reading(desk.vote.progress).toBe(say('desk:vote.progress', { n: 1, of: 18 }));
    await shot(phoneSeat.page, 'receipt-phone');
  });

  test('the secretary enters a raised hand, and the member confirms it', async () => {
    await desk.vote.recordRaisedHand(people.member2, 'approve');
    await reading(member2.ballot.receipt).toContain(
      say('voting:ballot.byClerk', { luaChon: choiceWord('approve') }),
    );
    await shot(seats.member2.page, 'raised-hand-portrait');
    await member2.ballot.confirmRaisedHand();
    await reading(member2.ballot.receipt).toContain(say('voting:ballot.clerkConfirmed'));
    const voted = await desk.vote.votedList();
    await reading(voted.getByRole('listitem').filter({ hasText: people.member2 })).toContain(
      say('desk:hand.confirmed'),
    );
  });

  test('the server ends as by a power cut, and every screen comes back to the same vote', async () => {
    for (const { page } of everyone()) await noteConnection(page);
    await cast.withoutNetwork(async () => {
      await cast.stage.kill();
      for (const tablet of [...tablets(), phone]) await reading(tablet.connection).toContain('Mất kết nối');
      await counting(hall.offlineDot).toBe(1);
      await reading(hall.progress).toBe(say('screen:voted', { n: 2, total: 18 }));
      await shot(seats.wall.page, 'hall-offline');
      await shot(seats.member2.page, 'workspace-offline-portrait');
      await cast.stage.start();
      for (const tablet of [...tablets(), phone]) {
        await reading(tablet.connection).toContain(say('meeting:connection.live'));
      }
      await reading(desk.connection).toContain(say('meeting:connection.live'));
      await counting(hall.offlineDot).toBe(0);
    });
    for (const seat of everyone().filter((one) => one !== seats.wall)) {
      expect(await notedConnection(seat.page), seat.name).toEqual(['offline', 'catching-up', 'live']);
    }
    await reading(desk.vote.progress).toBe(say('desk:vote.progress', { n: 2, of: 18 }));
    await reading(hall.progress).toBe(say('screen:voted', { n: 2, total: 18 }));
    await reading(member1.ballot.receipt).toContain(choiceWord('approve'));
    await seats.member1.page.reload();
    await reading(member1.ballot.receipt).toContain(choiceWord('approve'));
    await seats.secretary.page.reload();
    await reading(desk.vote.progress).toBe(say('desk:vote.progress', { n: 2, of: 18 }));
  });

  test('a vote cast without a network is never shown as recorded, and counts once it arrived', async () => {
    const { context, page } = seats.chair;
    await cast.withoutNetwork(async () => {
      await context.setOffline(true);
      await reading(chair.offlineBand).toContain('Biểu quyết');
      await chair.ballot.vote('abstain');
      await reading(chair.ballot.retrying).toContain(say('voting:ballot.retrying'));
      await counting(chair.ballot.receipt).toBe(0);
      await shot(page, 'vote-offline');
      await reading(desk.vote.progress).toBe(say('desk:vote.progress', { n: 2, of: 18 }));
      await context.setOffline(false);
      await reading(chair.ballot.receipt).toContain(
        say('voting:ballot.recorded', { luaChon: choiceWord('abstain') }),
      );
    });
    await reading(desk.vote.progress).toBe(say('desk:vote.progress', { n: 3, of: 18 }));
  });

  test('before publication nobody but the owner is told a choice or a count', async () => {
    await raiseHands(seats.secretary.page, meeting, { approve: 10, disapprove: 2 });
    await reading(hall.progress).toBe(say('screen:voted', { n: 15, total: 18 }));
    await shot(seats.secretary.page, 'desk-vote-live');
    const close = await desk.vote.askToClose();
    for (const name of await missingNames()) await reading(close).toContain(name);
    await shot(seats.secretary.page, 'desk-vote-close');
    await desk.vote.confirmClose();
    await reading(hall.scene('voteClosed')).toContain(say('screen:closed'));

    for (const seat of everyone()) {
      expect(revealed(await seat.wire.since(before.get(seat))), seat.name).toEqual([]);
    }
    for (const page of [seats.secretary.page, seats.guest.page, seats.wall.page]) {
      const shown = await page.locator('body').innerText();
      for (const choice of ['approve', 'disapprove'] as const)
        expect(shown).not.toContain(choiceWord(choice));
    }
    for (const about of ['result', 'result.csv?table=votes']) {
      const { body } = await ask(seats.secretary.page, 'GET', `/api/meetings/${meeting}/${about}`);
      expect(revealed([{ about, text: typeof body === 'string' ? body : JSON.stringify(body) }])).toEqual([]);
      expect(JSON.stringify(body)).not.toContain(choiceWord('disapprove'));
    }
    // What the search looks for is there to be found: the owner was told, in the own view alone.
    const own = await seats.member1.wire.since(before.get(seats.member1));
    expect(own.some(({ about, text }) => about === 'mine' && text.includes('"choice"'))).toBe(true);
  });

  test('publishing shows the verdict with its arithmetic on tablets and in the hall', async () => {
    await desk.vote.publish();
    const sentence =
      '22 thành viên, có mặt 18; tán thành 12, không tán thành 2, không biểu quyết 1, chưa biểu quyết 3: 12 quá nửa của 22 — thông qua';
    await reading(hall.outcome).toBe(say('voting:verdict.adopted'));
    await reading(hall.verdict).toContain(sentence);
    for (const tablet of [chair, member1, phone, member2])
      await reading(tablet.ballot.verdict).toContain(sentence);
    await reading(desk.vote.verdict).toContain(sentence);
    await reading(await desk.vote.namesList()).toContain(people.member1);
    const told = await seats.guest.wire.since(before.get(seats.guest));
    expect(revealed(told).length).toBeGreaterThan(0);
    await shot(seats.wall.page, 'hall-result');
    await shot(seats.member1.page, 'verdict-landscape');
    await shot(phoneSeat.page, 'verdict-phone');
    await shot(seats.guest.page, 'verdict-guest');
    await shot(seats.secretary.page, 'desk-verdict');
    for (const seat of [seats.wall, seats.secretary, seats.member2])
      await seat.watch.expectAccessible(seat.page);
  });

  const missingNames = () => desk.vote.missing.locator('li > span').allInnerTexts();
});

describe('after the vote', () => {
  let second: Seat;
  let secondDesk: Desk;

  test('the outcome is set in one tap; one desk writes the conclusion, another sees it being written', async () => {
    await member1.ballot.fold();
    await desk.outcome('adopted').click();
    await attribute(desk.outcome('adopted'), 'aria-pressed').toBe('true');
    await desk.writeConclusion(CONCLUSION);
    await reading(desk.conclusionSaving).toContain('Đã lưu lúc');
    [second, secondDesk] = await cast.atDesk('second secretary', 'thuky2');
    await reading(secondDesk.othersConclusion).toContain(CONCLUSION);
    await reading(secondDesk.item).toContain(say('desk:conclusion.writer', { name: people.secretary }));
    await counting(member1.page.getByText(CONCLUSION)).toBe(0);
    await desk.recordConclusion();
    await reading(desk.conclusionRecorded).toContain('Đã ghi nhận lúc');
    await member1.openOverview();
    await reading(member1.overview).toContain(CONCLUSION);
    await reading(member1.overview).toContain(say('meeting:outcome.adopted'));
    await shot(seats.member1.page, 'overview-settled');
  });

  test('a second desk takes over, and the first one sees who leads', async () => {
    await reading(secondDesk.lead).toContain(say('desk:lead.by', { name: people.secretary }));
    await secondDesk.takeOver();
    await reading(desk.lead).toContain(say('desk:lead.by', { name: people.secondSecretary }));
    await shot(seats.secretary.page, 'desk-lead');
    await secondDesk.next('4');
    for (const tablet of tablets())
      await reading(tablet.current).toContain(say('meeting:itemNumber', { n: 4 }));
    await desk.takeOver();
    await counting(desk.lead).toBe(0);
    await second.context.close();
  });

  test('the chair is handed over, and every screen names who presides', async () => {
    await desk.handOverTo(VICE_CHAIR);
    for (const { page } of [seats.member1, seats.secretary]) {
      await reading(page.getByRole('banner')).toContain(
        say('meeting:live.presider', { ...sessionWords, name: VICE_CHAIR }),
      );
    }
  });

  test('a break stops the clocks and shows in the hall', async () => {
    await desk.pause();
    await reading(hall.scene('break')).toContain(say('screen:break'));
    await reading(member1.state).toContain(say('meeting:live.paused'));
    await shot(seats.wall.page, 'hall-break');
    await desk.resume();
    await counting(hall.scene('item')).toBe(1);
  });

  test('ending it says what is open', async () => {
    const dialog = await desk.askToEnd();
    await reading(dialog).toContain('Chưa đến: Nội dung 5');
    await shot(seats.secretary.page, 'desk-end');
    await seats.secretary.watch.expectAccessible(seats.secretary.page);
    await desk.confirmEnd();
    await reading(hall.scene('ended')).toContain(say('screen:ended', sessionWords));
    await reading(member1.state).toContain(say('meeting:live.ended'));
    await shot(seats.wall.page, 'hall-ended');
    await shot(seats.guest.page, 'workspace-ended-phone');
  });

  test('the result has attendance, times, the vote with names, the conclusion, and tables to take along', async () => {
    const result = new ResultPage(seats.member1.page);
    await seats.member1.page.getByTestId('dock-result').click();
    await reading(result.title).toContain(SESSION);
    await reading(result.statement).toContain('Tổng số thành viên: 22. Có mặt: 18.');
    for (const [name, times] of [
      [people.chair, 'đến'],
      [VICE_CHAIR, 'từ'],
    ] as const)
      await reading(result.fact('chair').getByRole('listitem').filter({ hasText: name })).toMatch(
        new RegExp(`\\(${times} \\d\\d:\\d\\d\\)`),
      );
    await reading(result.fact('breaks')).toMatch(/\d\d:\d\d–\d\d:\d\d \(tổng /);
    await reading(result.fact('quorum-opening')).toContain('/22 thành viên, cần ít nhất 15');
    await reading(result.item('3')).toContain(CONCLUSION);
    await reading(result.item('3')).toContain(say('meeting:outcome.adopted'));
    await reading(result.vote).toContain('12 quá nửa của 22 — thông qua');
    await reading((await result.ballots()).getByRole('row').filter({ hasText: people.chair })).toContain(
      choiceWord('abstain'),
    );
    await reading(result.people.getByRole('row').filter({ hasText: LATE })).toContain(
      say('result:attendance.late'),
    );
    await seats.member1.watch.expectAccessible(seats.member1.page);
    await shot(seats.member1.page, 'result-landscape');
    const attendance = await result.download('attendance');
    expect(attendance).toContain(LATE);
    const votes = await result.download('votes');
    const own = votes.split('\n').find((line) => line.includes(people.member1));
    expect(own).toContain(choiceWord('approve'));
    expect(await result.download('items')).toContain(CONCLUSION);
  });

  test('a guest finds the result without the names of the ballots', async () => {
    const result = await new ResultPage(seats.guest.page).open(meeting);
    await reading(result.vote).toContain('12 quá nửa của 22 — thông qua');
    await counting(seats.guest.page.getByTestId('result-ballots')).toBe(0);
    await shot(seats.guest.page, 'result-guest-phone');
    for (const table of ['attendance', 'votes']) {
      const { body } = await ask(
        seats.guest.page,
        'GET',
        `/api/meetings/${meeting}/result.csv?table=${table}`,
      );
      expect(revealed([{ about: table, text: JSON.stringify(body) }])).toEqual([]);
      const line =
        String(body)
          .split('\n')
          .find((text) => text.includes(people.member1)) ?? '';
      for (const choice of ['approve', 'disapprove', 'abstain'] as const)
        expect(line).not.toContain(choiceWord(choice));
    }
  });
});
