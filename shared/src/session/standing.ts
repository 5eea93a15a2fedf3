import { isItemOpenTo } from '#agenda';
import { type Capacity, isDeskCapacity, type Participant } from '#attendance';
import type { Actor } from '#meeting';
import type { SessionState } from './state.ts';

/** The rooms a socket can be in; everybody in one room is sent the same frames. */
export const audiences = ['desk', 'member', 'guest', 'screen'] as const;
export type Audience = (typeof audiences)[number];

const audienceOfCapacity: { readonly [C in Capacity]: Audience } = {
  chair: 'desk',
  secretary: 'desk',
  member: 'member',
  substitute: 'member',
  presenter: 'guest',
  guest: 'guest',
  observer: 'guest',
};

const participantOf = (state: SessionState, personId: string): Participant | null =>
  state.attendance.participants.get(personId) ?? null;

/** Runs the meeting: its chair, its secretaries, and who presides by hand-over. */
export function isAtDesk(state: SessionState, actor: Actor): boolean {
  const participant = participantOf(state, actor.personId);
  if (participant !== null && isDeskCapacity(participant.capacity)) return true;
  if (participant !== null && state.meeting.presidingId === actor.personId) return true;
  return preparesForHost(state, actor);
}

/** A secretary of the host body's unit sees to its meetings even when not on the list. */
function preparesForHost(state: SessionState, actor: Actor): boolean {
  const host = state.meeting.info?.hostUnitId;
  return host !== undefined && actor.secretaryOfUnits.includes(host);
}

/**
 * The audience a person belongs to, or null for somebody who has no part in the meeting.
 * A preparation is seen by the desk alone.
 */
export function audienceOf(state: SessionState, actor: Actor): Audience | null {
  if (isAtDesk(state, actor)) return 'desk';
  if (state.meeting.phase === 'draft') return null;
  const participant = participantOf(state, actor.personId);
  return participant === null ? null : audienceOfCapacity[participant.capacity];
}

/** Whether a person may see an item's content and papers. A list is exact: no role overrides it. */
export function isEntitled(state: SessionState, actor: Actor, itemId: string): boolean {
  if (audienceOf(state, actor) === null) return false;
  return isItemOpenTo(state.agenda, itemId, actor.personId);
}
