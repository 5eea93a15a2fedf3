import { randomUUID } from 'node:crypto';
import type { CodeTicket } from '@hopso/shared/identity';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import { and, count, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Q, Row, Schema } from '#platform/database';
import type { MeetingAccess } from '#platform/http';
import { holderById } from './account-rows.ts';
import { recordAudit } from './audit.ts';
import { codeHash, newCode } from './secrets.ts';
import { type Begun, beginSignIn, type Caller, forgetFormer, type SignInOptions } from './sign-in.ts';

/** [I9] */
const validMs = 15 * 60_000;
/** Used and expired codes are kept a day for questions; the journal keeps who issued and used them. */
const keptMs = 24 * 3_600_000;

export interface IssuedCode extends CodeTicket {
  readonly expiresAt: number;
}

export interface MeetingCodesOptions extends SignInOptions {
  readonly access: MeetingAccess;
}

export interface CodeWish {
  readonly meetingId: string;
  readonly personId: string;
  readonly issuedBy: string;
}

/**
 * [I9] A new code for one participant, in place of a former one.
 * Refuses `not-found` (not this meeting's desk, or not its participant), `identity/account-disabled`.
 */
export async function issueMeetingCode(
  { db, clock, access }: MeetingCodesOptions,
  { meetingId, personId, issuedBy }: CodeWish,
): Promise<Result<IssuedCode>> {
  const { t } = db;
  if (!(await access.isDesk(meetingId, issuedBy))) return refuse('not-found');
  if (!(await access.isParticipant(meetingId, personId))) return refuse('not-found');
  const at = clock.now();
  return db.write(async (q) => {
    const holder = await holderById(q, t, personId);
    if (holder === undefined) return refuse('not-found');
    if (!holder.active || holder.user?.disabled === true) return refuse('identity/account-disabled');
    await q.delete(t.meetingCodes).where(lt(t.meetingCodes.expiresAt, at - keptMs));
    const former = and(eq(t.meetingCodes.meetingId, meetingId), eq(t.meetingCodes.personId, personId));
    await q
      .update(t.meetingCodes)
      .set({ expiresAt: at })
      .where(and(former, isLive(t, at)));
    const code = await unusedCode(q, t, at);
    const ticket = randomUUID();
    const expiresAt = at + validMs;
    const row = {
      id: ticket,
      codeHash: codeHash(code),
      meetingId,
      personId,
      issuedBy,
      issuedAt: at,
      expiresAt,
    };
    await q.insert(t.meetingCodes).values(row);
    const detail = { meetingId };
    await recordAudit(q, t, {
      at,
      actorId: issuedBy,
      action: 'identity.code-issued',
      object: personId,
      detail,
    });
    return ok({ code, ticket, expiresAt });
  });
}

const isLive = (t: Schema, at: number) =>
  and(isNull(t.meetingCodes.usedAt), gt(t.meetingCodes.expiresAt, at));

/** No two live codes are alike: typed without its QR, a code must name one person. */
async function unusedCode(q: Q, t: Schema, at: number): Promise<string> {
  for (;;) {
    const code = newCode();
    const same = and(eq(t.meetingCodes.codeHash, codeHash(code)), isLive(t, at));
    const [taken] = await q.select({ id: t.meetingCodes.id }).from(t.meetingCodes).where(same);
    if (taken === undefined) return code;
  }
}

/**
 * [I9] [I10] [I11] Signs in by a code. With the ticket of its QR nothing can be guessed, so other people's wrong
 * guesses do not slow it down.
 * Refuses `auth/wrong-code` (wrong, used, expired, voided alike), `auth/locked`.
 */
export async function redeemMeetingCode(
  options: MeetingCodesOptions,
  given: { readonly code: string; readonly ticket?: string | undefined },
  caller: Caller,
): Promise<Result<Begun>> {
  const { db, clock, limits, logger } = options;
  const { t } = db;
  const now = clock.now();
  if (given.ticket === undefined) {
    const [live] = await db.read.select({ codes: count() }).from(t.meetingCodes).where(isLive(t, now));
    const free = await limits.checkCodeGuess(caller.address, live?.codes ?? 0);
    if (!free.ok) return free;
  }
  const begun = await db.write(async (q) => {
    const used = await useCode(q, t, given, now);
    return used === null ? null : beginSignIn(options, q, used, caller);
  });
  if (begun !== null) {
    forgetFormer(options, caller);
    return ok(begun);
  }
  if (given.ticket === undefined) await limits.codeGuessFailed(caller.address);
  logger.warn({ address: caller.address }, 'meeting code refused');
  return refuse('auth/wrong-code');
}

async function useCode(
  q: Q,
  t: Schema,
  { code, ticket }: { readonly code: string; readonly ticket?: string | undefined },
  now: number,
): Promise<Pick<Row<'meetingCodes'>, 'meetingId' | 'personId'> | null> {
  const right = and(eq(t.meetingCodes.codeHash, codeHash(code)), isLive(t, now));
  const [used] = await q
    .update(t.meetingCodes)
    .set({ usedAt: now })
    .where(ticket === undefined ? right : and(right, eq(t.meetingCodes.id, ticket)))
    .returning({ meetingId: t.meetingCodes.meetingId, personId: t.meetingCodes.personId });
  if (used === undefined) return null;
  const holder = await holderById(q, t, used.personId);
  return holder?.active === true && holder.user?.disabled !== true ? used : null;
}
