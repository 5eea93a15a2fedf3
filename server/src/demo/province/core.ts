import type { Actor } from '@hopso/shared/meeting';
import type { ConclusionDrafts } from '#decision';
import type { Identity } from '#identity';
import type { Organisation } from '#organisation';
import type { Papers } from '#paper';
import type { Database } from '#platform/database';
import type { EventLog } from '#platform/event-log';
import type { LiveRooms } from '#platform/live';

/** The parts that the demonstration is put in through: the same commands that people give. */
export interface Core {
  readonly database: Database;
  readonly log: EventLog;
  readonly rooms: LiveRooms;
  readonly identity: Identity;
  readonly organisation: Organisation;
  readonly papers: Papers;
  readonly drafts: ConclusionDrafts;
  readonly actorOf: (personId: string) => Promise<Actor | null>;
}
