import {
  type AgendaEvent,
  type AgendaState,
  evolveAgenda,
  type ItemRecord,
  initialAgenda,
  settleMove,
} from '#agenda';
import {
  type AttendanceEvent,
  type AttendanceState,
  evolveAttendance,
  initialAttendance,
  type ParticipantRecord,
} from '#attendance';
import { type CopiesState, type CopyEvent, evolveCopies, initialCopies } from '#copies';
import { type DecisionEvent, type DecisionState, evolveDecisions, initialDecisions } from '#decision';
import type { EventMeta, StoredEvent } from '#kernel';
import { evolveMeeting, initialMeeting, type MeetingEvent, type MeetingState } from '#meeting';
import { evolvePapers, initialPapers, type PaperEvent, type PaperRecord, type PaperState } from '#paper';
import { evolveVoting, initialVoting, type VotingEvent, type VotingState } from '#voting';

/** The record's first event: everything that was prepared, folded, so that the record explains itself. */
export type PublishedEvent = Extract<MeetingEvent, { type: 'MeetingPublished' }> & {
  readonly items: readonly ItemRecord[];
  readonly participants: readonly ParticipantRecord[];
  readonly papers: readonly PaperRecord[];
};

export type SessionEvent =
  | Exclude<MeetingEvent, { type: 'MeetingPublished' }>
  | PublishedEvent
  | AgendaEvent
  | AttendanceEvent
  | PaperEvent
  | VotingEvent
  | DecisionEvent
  | CopyEvent;

/** One meeting, folded. Owned by its room: `evolve` may change the Maps inside in place. */
export interface SessionState {
  readonly seq: number;
  readonly lastAt: number;
  readonly meeting: MeetingState;
  readonly agenda: AgendaState;
  readonly attendance: AttendanceState;
  readonly paper: PaperState;
  readonly voting: VotingState;
  readonly decision: DecisionState;
  readonly copies: CopiesState;
}

export const initialSession = (): SessionState => ({
  seq: 0,
  lastAt: 0,
  meeting: initialMeeting(),
  agenda: initialAgenda(),
  attendance: initialAttendance(),
  paper: initialPapers(),
  voting: initialVoting(),
  decision: initialDecisions(),
  copies: initialCopies(),
});

/** After these the last move between items can no longer be undone (agenda A6). */
const settling: ReadonlySet<string> = new Set(['VotingOpened', 'ConclusionRecorded', 'ItemOutcomeSet']);

/**
 * The state after one event. An event whose details were erased only moves the position.
 * Publication starts from nothing: what it does not say is not part of the record (meeting M3).
 */
export function evolve(state: SessionState, event: SessionEvent | null, meta: EventMeta): SessionState {
  if (event === null) return { ...state, seq: meta.seq, lastAt: meta.at };
  const before = event.type === 'MeetingPublished' ? initialSession() : state;
  const agenda = evolveAgenda(before.agenda, event as AgendaEvent, meta);
  return {
    seq: meta.seq,
    lastAt: meta.at,
    meeting: evolveMeeting(before.meeting, event as MeetingEvent, meta),
    agenda: settling.has(event.type) ? settleMove(agenda) : agenda,
    attendance: evolveAttendance(before.attendance, event as AttendanceEvent, meta),
    paper: evolvePapers(before.paper, event as PaperEvent, meta),
    voting: evolveVoting(before.voting, event as VotingEvent, meta),
    decision: evolveDecisions(before.decision, event as DecisionEvent, meta),
    copies: evolveCopies(before.copies, event as CopyEvent, meta),
  };
}

/** Folds stored events onto a state; the record was checked when it was written, so nothing is parsed again. */
export function fold(state: SessionState, events: readonly StoredEvent[]): SessionState {
  return events.reduce((s, stored) => evolve(s, stored.data as SessionEvent | null, stored), state);
}
