import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Browsers, type Seat } from './browser.ts';
import { Cast, people, SESSION } from './cast.ts';
import { meetingOf } from './door.ts';
import { AdminPage } from './pages/admin-page.ts';
import type { Desk } from './pages/desk.ts';
import { EntryPanel } from './pages/entry-panel.ts';
import { HomePage, UserMenu } from './pages/home-page.ts';
import { PasswordPage } from './pages/password-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { Workspace } from './pages/workspace.ts';
import { counting, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { openEmptyInstallation } from './stage.ts';
import { say } from './texts.ts';

const VICE_CHAIR = 'Phùng Đức Hiển';
const OWN_PASSWORD = 'sông vàm cỏ đông mùa nước';

let cast: Cast;
let secretary: Seat;
let desk: Desk;
let meeting: string;

beforeAll(async () => {
  cast = await Cast.open();
  [secretary, desk] = await cast.atDesk('secretary', 'thuky');
  meeting = meetingOf(secretary.page);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

describe('signing in', () => {
  test('what is missing or wrong is said in words, and tells nobody which of the two it was', async () => {
    const { page, watch } = await cast.seat('somebody', 'portrait');
    const signIn = await new SignInPage(page).open();
    await shot(page, 'sign-in-portrait');
    await watch.expectAccessible(page);
    await signIn.enter('', '');
    await reading(page.locator('form')).toContain(say('auth:usernameMissing'));
    await watch.expecting(401, async () => {
      await signIn.enter('thanhvien2', 'khong-phai-mat-khau');
      await reading(signIn.problem).toBe(say('problem:auth.wrong-credentials'));
      await signIn.enter('khong-co-ai-nhu-vay', 'khong-phai-mat-khau');
      await reading(signIn.problem).toBe(say('problem:auth.wrong-credentials'));
    });
    await shot(page, 'sign-in-wrong-portrait');
    await signIn.enter('thanhvien2', cast.stage.password);
    await new HomePage(page).heading.waitFor();
  });

  test('the first password is changed before anything else', async () => {
    const administrator = await cast.signedIn('administrator', 'desk', 'quantri');
    const admin = await new AdminPage(administrator.page).open();
    const initialPassword = await admin.createAccount('ta thi hong nhan', 'Tạ Thị Hồng Nhạn', 'nhan.tth');
    await reading(admin.passwordDialog).toContain(say('admin:password.once'));
    await administrator.watch.expectAccessible(administrator.page);
    await shot(administrator.page, 'admin-password');
    await admin.passwordHandedOver();
    await reading(admin.account('nhan.tth')).toContain(say('admin:account.mustChange'));
    const { page, watch } = await cast.seat('new member', 'landscape');
    await new SignInPage(page).signIn('nhan.tth', initialPassword);
    const change = new PasswordPage(page);
    await change.heading.waitFor();
    await page.goto('/');
    await change.heading.waitFor();
    await watch.expectAccessible(page);
    await change.change(initialPassword, OWN_PASSWORD, 'khác');
    await reading(page.locator('form')).toContain(say('auth:passwordDiffers'));
    await shot(page, 'password-first');
    await change.change(initialPassword, OWN_PASSWORD);
    await new HomePage(page).heading.waitFor();
    const again = await cast.seat('new member again', 'phone');
    const signIn = await new SignInPage(again.page).open();
    await again.watch.expecting(401, async () => {
      await signIn.enter('nhan.tth', initialPassword);
      await reading(signIn.problem).toBe(say('problem:auth.wrong-credentials'));
    });
    await signIn.enter('nhan.tth', OWN_PASSWORD);
    await new HomePage(again.page).heading.waitFor();
    await shot(again.page, 'home-phone');
  });

  test('signing out everywhere ends the other tablet within a second', async () => {
    const [lost, tablet] = await cast.inRoom('member, lost tablet', 'landscape', 'thanhvien1');
    const own = await cast.signedIn('member', 'phone', 'thanhvien1');
    await reading(tablet.connection).toContain(say('meeting:connection.live'));
    const isOut = lost.page.waitForURL(/\/sign-in/).then(() => performance.now());
    await own.page.getByTestId('user-menu').click();
    await shot(own.page, 'user-menu-phone');
    await own.page.keyboard.press('Escape');
    // What either tablet was still fetching is answered with 401 from then on.
    await own.watch.expecting(401, () =>
      lost.watch.expecting(401, async () => {
        await new UserMenu(own.page).signOutEverywhere();
        await own.page.waitForURL(/\/sign-in/);
        const signedOutAt = performance.now();
        expect((await isOut) - signedOutAt).toBeLessThan(1_000);
      }),
    );
    await reading(lost.page.locator('#main')).toContain(say('auth:signedOut'));
    await counting(tablet.title).toBe(0);
    await shot(lost.page, 'signed-out-landscape');
  });
});

describe('on the day of the session', () => {
  test('a code from the desk leads into that one meeting, once', async () => {
    await desk.show('entry');
    const entry = new EntryPanel(secretary.page);
    const code = await entry.issueCode(VICE_CHAIR);
    expect(code).toMatch(/^\d{6}$/);
    await reading(entry.dialog).toContain(say('desk:code.once'));
    await secretary.watch.expectAccessible(secretary.page);
    await shot(secretary.page, 'desk-code');

    const { page } = await cast.seat('vice chair, phone', 'phone');
    const signIn = await new SignInPage(page).open();
    await signIn.enterCode(code);
    const phone = await new Workspace(page).ready();
    await reading(phone.title).toContain(SESSION);
    await reading(phone.connection).toContain(say('meeting:connection.live'));
    for (const elsewhere of ['/', '/admin', '/meetings/new']) {
      await page.goto(elsewhere);
      await page.waitForURL((url) => url.pathname === `/meetings/${meeting}`);
    }

    const second = await cast.seat('somebody with the same code', 'phone');
    const secondSignIn = await new SignInPage(second.page).open();
    await second.watch.expecting(401, async () => {
      await secondSignIn.enterCode(code);
      await reading(secondSignIn.problem).toBe(say('problem:auth.wrong-code'));
    });
    await shot(second.page, 'sign-in-code-phone');
    await secretary.page.keyboard.press('Escape');
    await entry.dialog.waitFor({ state: 'hidden' });
  });

  test('an account that waits after wrong passwords is opened in one tap', async () => {
    const { page, watch } = await cast.seat('guest', 'phone');
    const signIn = await new SignInPage(page).open();
    await watch.expecting(429, () =>
      watch.expecting(401, async () => {
        for (let tries = 0; tries < 7; tries += 1) {
          const answered = page.waitForResponse((response) => response.url().endsWith('/api/sign-in'));
          await signIn.enter('khachmoi', `sai-${tries}`);
          if ((await answered).status() === 429) break;
        }
        await reading(signIn.problem).toContain('Nhập sai nhiều lần');
        await signIn.enter('khachmoi', cast.stage.password);
        await reading(signIn.problem).toContain('Nhập sai nhiều lần');
      }),
    );
    await shot(page, 'sign-in-locked-phone');
    await new EntryPanel(secretary.page).unlock(people.guest);
    await reading(desk.toasts).toContain(say('desk:entry.unlocked', { name: people.guest }));
    await signIn.enter('khachmoi', cast.stage.password);
    await new HomePage(page).heading.waitFor();
  });
});

test('an empty installation says how to create the first administrator', async () => {
  const installation = await openEmptyInstallation();
  const browsers = new Browsers();
  try {
    const { page, watch } = await browsers.seat('operator', 'landscape', installation.url);
    const signIn = await new SignInPage(page).open();
    await signIn.firstAdministrator.waitFor();
    await reading(page.locator('code')).toBe('npm run hopso -- create-admin');
    await watch.expectAccessible(page);
    await shot(page, 'sign-in-empty');
    browsers.expectQuiet();
  } finally {
    await browsers.close();
    await installation.close();
  }
});
