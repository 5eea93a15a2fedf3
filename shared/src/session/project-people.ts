import { isPresent, type Participant } from '#attendance';
import type { Audience } from './standing.ts';
import type { SessionState } from './state.ts';
import type { AttendanceCounts, ParticipantView } from './view.ts';

export interface PeopleView {
  readonly participants: { readonly [personId: string]: ParticipantView };
  readonly participantOrder: readonly string[];
  readonly counts: AttendanceCounts;
}

/** Who takes part, as far as the audience is told. The wall shows numbers only. */
export function projectPeople(state: SessionState, audience: Audience): PeopleView {
  const counts = countsOf(state);
  if (audience === 'screen') return { participants: {}, participantOrder: [], counts };
  const seatRank = new Map(state.meeting.seats.map((seat, index) => [seat.personId, index]));
  const chairSeat = state.meeting.seats.find((seat) => seat.isChair)?.personId ?? null;
  // The seats of the day are known from publication on; until then, those of the day a participant was listed.
  const hasSeat = (p: Participant) =>
    state.meeting.publishedAt === null ? p.seatId !== null : seatRank.has(p.personId);
  const participants: { [personId: string]: ParticipantView } = {};
  for (const p of state.attendance.participants.values())
    participants[p.personId] = viewOf(p, audience, hasSeat(p), chairSeat);
  const participantOrder = [...state.attendance.participants.values()]
    .map((p, index) => ({ id: p.personId, rank: rankOf(p, seatRank.get(p.personId)), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ id }) => id);
  return { participants, participantOrder, counts };
}

/** Seats in their order first, then the others as they were added. */
function rankOf(p: Participant, seatRank: number | undefined): number {
  if (p.capacity === 'chair') return -1;
  if (seatRank !== undefined) return seatRank;
  if (p.seatId !== null) return 10_000;
  return p.capacity === 'secretary' ? 10_001 : p.capacity === 'substitute' ? 10_002 : 10_003;
}

function viewOf(
  p: Participant,
  audience: Audience,
  hasSeat: boolean,
  chairSeat: string | null,
): ParticipantView {
  const { personId, name, post, unit, capacity } = p;
  const card = {
    personId,
    name,
    post,
    unit,
    capacity,
    hasSeat,
    isChairSeat: personId === chairSeat,
  };
  if (audience === 'guest') return card;
  const { status, site, substitutesFor, arrivedAt, isLate, leftAt } = p;
  const shared = { ...card, status, site, substitutesFor, arrivedAt, isLate, leftAt };
  if (audience === 'member') return shared;
  const { invitation, declineReason, joinedOnDevice } = p;
  return { ...shared, invitation, declineReason, joinedOnDevice };
}

function countsOf(state: SessionState): AttendanceCounts {
  const byMode = { room: 0, online: 0, site: 0 };
  let present = 0;
  let substitutes = 0;
  for (const p of state.attendance.participants.values()) {
    if (!isPresent(p.status)) continue;
    present += 1;
    byMode[p.status] += 1;
    if (p.capacity === 'substitute') substitutes += 1;
  }
  return { invited: state.attendance.participants.size, present, byMode, substitutes };
}
