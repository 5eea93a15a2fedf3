import type { StoredEvent } from '@hopso/shared/kernel';
import type { SessionState } from '@hopso/shared/session';
import { and, eq, isNull, lt, ne, or } from 'drizzle-orm';
import type { Db } from '#platform/database';

const NAME = 'participants';
const moving: ReadonlySet<string> = new Set([
  'ParticipantsAdded',
  'ParticipantRemoved',
  'CapacityChanged',
  'MeetingPublished',
]);

/**
 * Who takes part in which meeting, as rows that lists can ask for. Follows the record by cursor: it may lag
 * behind, never lead, and can be built again from the meetings at any time.
 */
export class ParticipantsProjection {
  readonly #db: Db;
  #pending: Promise<void> = Promise.resolve();
  readonly #onFault: (cause: unknown) => void;

  constructor(db: Db, onFault: (cause: unknown) => void) {
    this.#db = db;
    this.#onFault = onFault;
  }

  /** Told of committed events; the rows follow soon after. */
  follow(meetingId: string, events: readonly StoredEvent[], state: SessionState): void {
    if (!events.some(({ type }) => moving.has(type))) return;
    const rows = rowsOf(meetingId, state);
    const { seq } = state;
    const stream = state.meeting.publishedAt === null ? 'preparation' : 'record';
    this.#pending = this.#pending.then(() => this.#store(meetingId, rows, stream, seq)).catch(this.#onFault);
  }

  /** Resolves when the rows say everything that was committed before the call. */
  settled(): Promise<void> {
    return this.#pending;
  }

  /** Meetings whose rows fell behind, because the process ended between COMMIT and projection. */
  async behind(): Promise<string[]> {
    const { meetings, projectionCursors } = this.#db.t;
    const rows = await this.#db.read
      .select({ id: meetings.id })
      .from(meetings)
      .leftJoin(
        projectionCursors,
        and(eq(projectionCursors.meetingId, meetings.id), eq(projectionCursors.name, NAME)),
      )
      .where(
        or(
          isNull(projectionCursors.seq),
          and(eq(meetings.recordStarted, true), ne(projectionCursors.stream, 'record')),
          and(eq(meetings.recordStarted, true), lt(projectionCursors.seq, meetings.headSeq)),
          and(eq(meetings.recordStarted, false), lt(projectionCursors.seq, meetings.prepSeq)),
        ),
      );
    return rows.map(({ id }) => id);
  }

  /** Builds a meeting's rows from its state. */
  async rebuild(meetingId: string, state: SessionState): Promise<void> {
    const stream = state.meeting.publishedAt === null ? 'preparation' : 'record';
    await this.#store(meetingId, rowsOf(meetingId, state), stream, state.seq);
  }

  async #store(
    meetingId: string,
    rows: readonly Row[],
    stream: 'preparation' | 'record',
    seq: number,
  ): Promise<void> {
    const { meetingParticipants, projectionCursors } = this.#db.t;
    await this.#db.write(async (q) => {
      await q.delete(meetingParticipants).where(eq(meetingParticipants.meetingId, meetingId));
      for (let start = 0; start < rows.length; start += 500) {
        await q.insert(meetingParticipants).values(rows.slice(start, start + 500));
      }
      await q
        .insert(projectionCursors)
        .values({ name: NAME, meetingId, stream, seq })
        .onConflictDoUpdate({
          target: [projectionCursors.name, projectionCursors.meetingId],
          set: { stream, seq },
        });
    });
  }
}

interface Row {
  readonly meetingId: string;
  readonly personId: string;
  readonly capacity: string;
}

const rowsOf = (meetingId: string, state: SessionState): Row[] =>
  [...state.attendance.participants.values()].map(({ personId, capacity }) => ({
    meetingId,
    personId,
    capacity,
  }));
