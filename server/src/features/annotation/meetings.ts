import type { NotesAccess } from '@hopso/shared/annotation';
import type { Actor } from '@hopso/shared/meeting';
import { includesRight } from '@hopso/shared/paper';
import { audienceOf, isAtDesk, rightOf, type SessionState } from '@hopso/shared/session';
import type { LiveRooms } from '#platform/live';

export interface NotedPaper {
  readonly access: NotesAccess;
  /** Whether the person may make new notes on it (paper P15). */
  readonly mayAnnotate: boolean;
  /** Pages of each version. */
  readonly pages: ReadonlyMap<number, number>;
}

/** What a person may do with the notes of a meeting at this moment. */
export interface NotesStanding {
  readonly isDesk: boolean;
  /** Papers the person may see, and withdrawn ones that they could; everything else does not exist for them. */
  readonly papers: ReadonlyMap<string, NotedPaper>;
}

/** What the meetings know about papers and persons. */
export interface NotesMeetings {
  /** Null alike for a meeting that does not exist and for one the person has no part in. */
  standing(meetingId: string, personId: string): Promise<NotesStanding | null>;
  /** Those of the persons who have a part in the meeting. */
  withPart(meetingId: string, personIds: readonly string[]): Promise<ReadonlySet<string>>;
}

type ActorOf = (personId: string) => Promise<Actor | null>;

/** The same, from the rooms. */
export function notesMeetings(rooms: LiveRooms, actorOf: ActorOf): NotesMeetings {
  return {
    async standing(meetingId, personId) {
      const actor = await actorOf(personId);
      return actor === null ? null : rooms.read(meetingId, (state) => standingIn(state, actor));
    },
    async withPart(meetingId, personIds) {
      const actors = await Promise.all(personIds.map(actorOf));
      const found = await rooms.read(meetingId, (state) =>
        actors.flatMap((actor) =>
          actor === null || audienceOf(state, actor) === null ? [] : [actor.personId],
        ),
      );
      return new Set(found);
    },
  };
}

function standingIn(state: SessionState, actor: Actor): NotesStanding | null {
  if (audienceOf(state, actor) === null) return null;
  const papers = new Map<string, NotedPaper>();
  for (const paper of state.paper.papers.values()) {
    const right = rightOf(state, paper, actor);
    if (!includesRight(right, 'view')) continue;
    papers.set(paper.id, {
      access: paper.withdrawn === null ? 'all' : 'own',
      mayAnnotate: includesRight(right, 'annotate'),
      pages: new Map(paper.versions.map(({ version, pages }) => [version, pages])),
    });
  }
  return { isDesk: isAtDesk(state, actor), papers };
}
