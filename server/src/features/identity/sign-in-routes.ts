import * as contract from '@hopso/shared/identity';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import type { Request } from 'express';
import type { Call, Mount } from '#platform/http';
import type { SessionCookie } from './cookie.ts';
import { type MeetingCodesOptions, redeemMeetingCode } from './meeting-codes.ts';
import {
  type Begun,
  type Caller,
  changePassword,
  presentSignedIn,
  signInByPassword,
  signOut,
} from './sign-in.ts';

export interface SignInRoutesOptions extends MeetingCodesOptions {
  readonly cookie: SessionCookie;
  readonly endSignIns: (actorId: string, personId: string) => Promise<void>;
}

/** Signing in and out, and what everybody may do with their own account. */
export function mountSignIn(mount: Mount, options: SignInRoutesOptions): void {
  const { cookie } = options;
  const callerOf = (req: Request): Caller => ({
    address: req.ip ?? '',
    userAgent: req.get('user-agent') ?? '',
    formerToken: cookie.tokenIn(req.headers.cookie),
  });
  mount(contract.signIn, async ({ body, req, res }) =>
    welcome(options, res, await signInByPassword(options, body, callerOf(req))),
  );
  mount(contract.redeemMeetingCode, async ({ body, req, res }) =>
    welcome(options, res, await redeemMeetingCode(options, body, callerOf(req))),
  );
  mount(contract.changePassword, async ({ body, principal, req, res }) =>
    welcome(options, res, await changePassword(options, principal, body, callerOf(req))),
  );
  mount(contract.getMe, async ({ principal }) => {
    const me = principal === null ? null : await presentSignedIn(options, principal);
    return ok(me ?? { signedIn: false as const });
  });
  mount(contract.signOut, async ({ principal, res }) => {
    await signOut(options, principal);
    return farewell(options, res);
  });
  mount(contract.signOutEverywhere, async ({ principal, res }) => {
    await options.endSignIns(principal.personId, principal.personId);
    return farewell(options, res);
  });
}

type AnyResponse = Call<typeof contract.signIn>['res'];

/** The new cookie, and who one is now. */
async function welcome(
  options: SignInRoutesOptions,
  res: AnyResponse,
  begun: Result<Begun>,
): Promise<Result<contract.SignedIn>> {
  if (!begun.ok) return begun;
  const principal = await options.signIns.find(begun.value.sessionId);
  const me = principal === null ? null : await presentSignedIn(options, principal);
  if (me === null) return refuse('auth/wrong-credentials');
  res.append('Set-Cookie', options.cookie.set(begun.value.token));
  return ok(me);
}

/** Nothing of the person stays on a device that others use too. Browsers take the order over HTTPS only. */
function farewell({ cookie }: SignInRoutesOptions, res: AnyResponse): Result<undefined> {
  res.append('Set-Cookie', cookie.clear());
  if (cookie.secure) res.set('Clear-Site-Data', '"cache"');
  return ok(undefined);
}
