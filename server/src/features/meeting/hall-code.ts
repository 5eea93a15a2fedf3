import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';

/** Shown for a minute; the one before it still counts, for slow typists. */
const WINDOW_MS = 60_000;
const SETTING = 'hall-code-secret';
const ATTEMPTS = 8;
const ATTEMPTS_WITHIN_MS = 5 * 60_000;

/** The hall's rotating code: whoever can read it on the wall is in the room (attendance T4). */
export interface HallCode {
  /** The code now, and until when it is shown (epoch ms). */
  code(meetingId: string): { readonly code: string; readonly validUntil: number };
  /** False for a wrong code, and for everything once a person has guessed too often. */
  check(meetingId: string, personId: string, code: string): boolean;
}

/** The secret is made once per installation and never leaves the server. */
export async function openHallCode(db: Db, clock: Clock): Promise<HallCode> {
  const secret = await secretOf(db);
  const failures = new Map<string, { count: number; since: number }>();
  const codeIn = (meetingId: string, window: number) => codeOf(secret, meetingId, window);
  return {
    code(meetingId) {
      const window = Math.floor(clock.now() / WINDOW_MS);
      return { code: codeIn(meetingId, window), validUntil: (window + 1) * WINDOW_MS };
    },
    check(meetingId, personId, code) {
      const key = `${meetingId} ${personId}`;
      const now = clock.monotonic();
      const known = failures.get(key);
      const failed =
        known !== undefined && now - known.since < ATTEMPTS_WITHIN_MS ? known : { count: 0, since: now };
      if (failed.count >= ATTEMPTS) return false;
      const window = Math.floor(clock.now() / WINDOW_MS);
      const isRight = [window, window - 1].some((w) => equal(codeIn(meetingId, w), code));
      if (isRight) failures.delete(key);
      else failures.set(key, { ...failed, count: failed.count + 1 });
      return isRight;
    },
  };
}

function codeOf(secret: Buffer, meetingId: string, window: number): string {
  const mac = createHmac('sha256', secret).update(`${meetingId} ${window}`).digest();
  return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function secretOf(db: Db): Promise<Buffer> {
  const { settings } = db.t;
  const fresh = randomBytes(32).toString('base64');
  const stored = await db.write(async (q) => {
    await q.insert(settings).values({ key: SETTING, value: fresh }).onConflictDoNothing();
    const [row] = await q.select({ value: settings.value }).from(settings).where(eq(settings.key, SETTING));
    return row?.value;
  });
  return Buffer.from(typeof stored === 'string' ? stored : fresh, 'base64');
}
