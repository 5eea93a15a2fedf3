import { Browsers, type Seat, type Size } from './browser.ts';
import { Desk } from './pages/desk.ts';
import { HallScreen } from './pages/hall-screen.ts';
import { HomePage } from './pages/home-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { Workspace } from './pages/workspace.ts';
import { shot } from './shot.ts';
import { openStage, type Stage } from './stage.ts';

/** The session of the demonstration that is running. */
export const SESSION = 'Phiên họp thường kỳ tháng 4 năm 2021';

/** Its people, as the demonstration names them. */
export const people = {
  secretary: 'Huỳnh Thị Ngọc Lan',
  secondSecretary: 'Đặng Hoàng Phúc',
  chair: 'Đoàn Vĩnh Khang',
  member1: 'Hà Vĩnh Tường',
  member2: 'Nghiêm Thị Lan Phương',
  guest: 'Võ Minh Khôi',
} as const;

/** The demonstration with the browsers that look at it. */
export class Cast {
  readonly stage: Stage;
  readonly #browsers = new Browsers();
  readonly #seats: Seat[] = [];

  constructor(stage: Stage) {
    this.stage = stage;
  }

  static async open(): Promise<Cast> {
    return new Cast(await openStage());
  }

  async seat(name: string, size: Size): Promise<Seat> {
    const seat = await this.#browsers.seat(name, size, this.stage.url);
    this.#seats.push(seat);
    return seat;
  }

  /** A seat on the first page behind the sign-in. */
  async signedIn(name: string, size: Size, userName: string): Promise<Seat> {
    const seat = await this.seat(name, size);
    await new SignInPage(seat.page).signIn(userName, this.stage.password);
    return seat;
  }

  async atDesk(name: string, userName: string, size: Size = 'desk'): Promise<[Seat, Desk]> {
    const seat = await this.signedIn(name, size, userName);
    await new HomePage(seat.page).toDesk(SESSION);
    return [seat, await new Desk(seat.page).ready()];
  }

  async inRoom(name: string, size: Size, userName: string): Promise<[Seat, Workspace]> {
    const seat = await this.signedIn(name, size, userName);
    await new HomePage(seat.page).enter(SESSION);
    return [seat, await new Workspace(seat.page).ready()];
  }

  async onWall(): Promise<[Seat, HallScreen]> {
    const seat = await this.seat('hall screen', 'wall');
    await seat.page.goto(this.stage.screenUrl);
    return [seat, new HallScreen(seat.page)];
  }

  /** Runs something that takes the network away from the seats. */
  withoutNetwork<T>(run: () => Promise<T>): Promise<T> {
    const guarded = this.#seats.reduce<() => Promise<T>>(
      (inner, { watch }) =>
        () =>
          watch.expecting('network', inner),
      run,
    );
    return guarded();
  }

  /** After each test: nothing went wrong unseen; after a failed one, pictures of every seat. */
  async review(failedTest: string | null): Promise<void> {
    if (failedTest !== null) {
      for (const { name, page } of this.#seats) await shot(page, `failed ${failedTest.slice(0, 60)} ${name}`);
    }
    this.#browsers.expectQuiet();
  }

  async close(): Promise<void> {
    await this.#browsers.close();
    await this.stage.close();
  }
}
