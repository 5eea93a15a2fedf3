import { ok, type Permission, type Result, type RouteContract, refuse } from '@hopso/shared/kernel';
import type { MeetingAccess, Principal } from './principal.ts';

/**
 * May this caller use this route? Asked before the body is read and before anything is looked up.
 * Refuses: `auth/required`, `auth/password-change-required`, and `not-found` for everything else a caller may not do.
 */
export async function permit(
  contract: RouteContract,
  principal: Principal | null,
  meetingId: string | undefined,
  access: MeetingAccess,
): Promise<Result<undefined>> {
  if (contract.permission === 'public') return ok(undefined);
  if (principal === null) return refuse('auth/required');
  if (principal.passwordChangeRequired && contract.permission !== 'session') {
    return refuse('auth/password-change-required');
  }
  const inScope =
    principal.meetingScope === null ||
    principal.meetingScope === meetingId ||
    contract.narrowsToMeeting === true;
  const entitled = inScope && (await holds(contract.permission, principal, meetingId, access));
  return entitled ? ok(undefined) : refuse('not-found');
}

async function holds(
  permission: Exclude<Permission, 'public'>,
  principal: Principal,
  meetingId: string | undefined,
  access: MeetingAccess,
): Promise<boolean> {
  if (permission === 'session' || permission === 'signed-in') return true;
  if (permission === 'participant' || permission === 'desk') {
    if (meetingId === undefined) return false;
    return permission === 'desk'
      ? access.isDesk(meetingId, principal.personId)
      : access.isParticipant(meetingId, principal.personId);
  }
  return principal.roles.some(({ role }) => permission.includes(role));
}
