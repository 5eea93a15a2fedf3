import type { Seat } from './browser.ts';
import type { Cast } from './cast.ts';
import type { Desk } from './pages/desk.ts';
import type { HallScreen } from './pages/hall-screen.ts';
import type { Workspace } from './pages/workspace.ts';

/** Everybody a session is tried with, each on the device they hold. */
export interface SixSeats {
  readonly seats: Record<'secretary' | 'chair' | 'member1' | 'member2' | 'guest' | 'wall', Seat>;
  readonly desk: Desk;
  readonly chair: Workspace;
  readonly member1: Workspace;
  readonly member2: Workspace;
  readonly guest: Workspace;
  readonly hall: HallScreen;
}

/** Signs everybody in and leads them to where they sit. A few at a time: two cores carry it all. */
export async function takeSeats(cast: Cast): Promise<SixSeats> {
  const [secretary, desk] = await cast.atDesk('secretary', 'thuky');
  const [[chairSeat, chair], [firstSeat, member1], [secondSeat, member2]] = await Promise.all([
    cast.inRoom('chair', 'landscape', 'chutich'),
    cast.inRoom('member 1', 'landscape', 'thanhvien1'),
    cast.inRoom('member 2', 'portrait', 'thanhvien2'),
  ]);
  const [[guestSeat, guest], [wall, hall]] = await Promise.all([
    cast.inRoom('guest', 'phone', 'khachmoi'),
    cast.onWall(),
  ]);
  const seats = {
    secretary,
    chair: chairSeat,
    member1: firstSeat,
    member2: secondSeat,
    guest: guestSeat,
    wall,
  };
  return { seats, desk, chair, member1, member2, guest, hall };
}
