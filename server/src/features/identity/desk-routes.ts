import * as contract from '@hopso/shared/identity';
import { ok, refuse } from '@hopso/shared/kernel';
import { toString as drawQr } from 'qrcode';
import type { Mount } from '#platform/http';
import type { Accounts } from './accounts.ts';
import { issueMeetingCode, type MeetingCodesOptions } from './meeting-codes.ts';
import type { ScreenLinks } from './screen-links.ts';

/** What the desk of a meeting does for people at the door and for the hall's screens. */
export function mountDesk(
  mount: Mount,
  options: MeetingCodesOptions,
  accounts: Accounts,
  screens: ScreenLinks,
): void {
  mount(contract.issueMeetingCode, async ({ params, body, principal, baseUrl }) => {
    const wish = { meetingId: params.meeting, personId: body.person, issuedBy: principal.personId };
    const issued = await issueMeetingCode(options, wish);
    if (!issued.ok) return issued;
    const link = contract.codeLink(baseUrl, issued.value);
    const qr = await drawQr(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    return ok({ code: issued.value.code, link, qr, expiresAt: issued.value.expiresAt });
  });
  mount(contract.unlockParticipant, async ({ params, body, principal }) => {
    if (!(await options.access.isParticipant(params.meeting, body.person))) return refuse('not-found');
    return accounts.unlock(principal.personId, body.person, params.meeting);
  });
  mount(contract.listScreens, async ({ params }) => ok({ screens: await screens.list(params.meeting) }));
  mount(contract.createScreen, async ({ params, principal, baseUrl }) => {
    const { token, ...link } = await screens.create(principal.personId, params.meeting);
    return ok({ ...link, url: contract.screenLink(baseUrl, token) });
  });
  mount(contract.revokeScreen, ({ params, principal }) =>
    screens.revoke(principal.personId, params.meeting, params.screen),
  );
}
