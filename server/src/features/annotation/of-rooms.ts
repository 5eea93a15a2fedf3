import type { Actor } from '@hopso/shared/meeting';
import { includesRight } from '@hopso/shared/paper';
import type { NotesBell } from '@hopso/shared/protocol';
import { rightOf } from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { LiveRooms } from '#platform/live';
import type { Logger } from '#platform/telemetry';
import { type Annotations, createAnnotations } from './annotations.ts';
import type { CarryingPapers } from './carry-over.ts';
import { notesMeetings } from './meetings.ts';
import type { Told } from './save-acts.ts';

export interface AnnotationsOfRoomsOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error' | 'warn'>;
  readonly papers: Omit<CarryingPapers, 'versionsOf'>;
  readonly rooms: LiveRooms;
  readonly actorOf: (personId: string) => Promise<Actor | null>;
  readonly bells: { ring(personIds: Iterable<string>, bell: NotesBell): void };
}

/** The notes of the meetings in these rooms; who is connected is told of changes. */
export function annotationsOfRooms(options: AnnotationsOfRoomsOptions): Annotations {
  const { db, clock, logger, rooms, actorOf, bells } = options;
  return createAnnotations({
    db,
    clock,
    logger,
    papers: {
      ...options.papers,
      versionsOf: async (meetingId, paperId) =>
        (await rooms.read(meetingId, (state) => state.paper.papers.get(paperId)?.versions)) ?? [],
    },
    meetings: notesMeetings(rooms, actorOf),
    presented: {
      waitingOn: async (meetingId, at, isWhole) => rooms.feedOf(meetingId)?.ink.waitingOn(at, isWhole) ?? [],
      settle: async (meetingId, at, strokes) =>
        (await rooms.read(meetingId, (state) => rooms.feedOf(meetingId)?.ink.settle(state, at, strokes))) ??
        0,
    },
    nameOf: async (personId) => (await actorOf(personId))?.name ?? '',
    tellChanged: (meeting, told) => {
      // What is kept is kept: whoever was not told learns of it later.
      concerned(rooms, meeting, told).then(
        (persons) => bells.ring(persons, { meeting, seq: told.seq }),
        (err: unknown) => logger.error({ err, meeting }, 'new notes not told'),
      );
    },
  });
}

/**
 * The persons a change of notes is told to: those it names and, for what is or was shared with all, whoever of the
 * connected may see the paper.
 */
async function concerned(rooms: LiveRooms, meetingId: string, told: Told): Promise<Set<string>> {
  const persons = new Set(told.persons);
  const feed = told.papers.size === 0 ? null : rooms.feedOf(meetingId);
  if (feed === null) return persons;
  const readers = await rooms.read(meetingId, (state) => {
    const papers = [...told.papers].flatMap((id) => state.paper.papers.get(id) ?? []);
    return feed.readersWho((actor) =>
      papers.some((paper) => includesRight(rightOf(state, paper, actor), 'view')),
    );
  });
  for (const personId of readers ?? []) persons.add(personId);
  return persons;
}
