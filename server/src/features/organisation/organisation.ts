import { randomUUID } from 'node:crypto';
import type { Result } from '@hopso/shared/kernel';
import type { PersonCard, SeatFact } from '@hopso/shared/meeting';
import type { Day, Person, Seat, Unit } from '@hopso/shared/organisation';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Mount } from '#platform/http';
import type { Changes } from './changes.ts';
import { type ImportedUnit, importUnits } from './import-units.ts';
import { inTreeOrder } from './order.ts';
import { addPerson } from './persons.ts';
import { filledSeatsOn, personCardsById, unitOf, unitRow, unitRowsOn } from './queries.ts';
import { mountOrganisation } from './routes.ts';
import { addSeat, appointHolder } from './seats.ts';

export interface OrganisationOptions {
  readonly db: Db;
  /** Decides what "today" is where no day is named. */
  readonly clock: Clock;
  /** Runs after a person was taken out of the lists: their sign-ins must end. */
  readonly afterDeactivation: (personId: string) => Promise<void>;
}

/** Units, committees and persons, each as of a day. */
export interface Organisation {
  readonly mountRoutes: (mount: Mount) => void;
  /** Units valid on the day, each before those under it. */
  unitsOn(day: Day): Promise<Unit[]>;
  unit(id: string): Promise<Unit | undefined>;
  /** [O7] Filled seats of the unit's committee on the day, in its order: the facts for a session's record. */
  seatsOn(unitId: string, day: Day): Promise<SeatFact[]>;
  /** How persons are named today, by id; unknown ids are left out. */
  personCards(ids: readonly string[]): Promise<Record<string, PersonCard>>;
  /** @see importUnits — ids by `code@validFrom`; throws ImportError. */
  importUnits(actorId: string, list: readonly ImportedUnit[]): Promise<ReadonlyMap<string, string>>;
  addPerson(actorId: string, person: Parameters<typeof addPerson>[2]): Promise<Result<Person>>;
  addSeat(actorId: string, unitId: string, seat: Parameters<typeof addSeat>[3]): Promise<Result<Seat>>;
  appoint(
    actorId: string,
    seatId: string,
    appointment: { readonly personId: string; readonly from: Day },
  ): Promise<Result<Seat>>;
}

export function createOrganisation({ db, clock, afterDeactivation }: OrganisationOptions): Organisation {
  const changes: Changes = { db, now: () => clock.now(), newId: randomUUID };
  return {
    mountRoutes: (mount) => mountOrganisation(mount, changes, afterDeactivation),
    unitsOn: async (day) => inTreeOrder(await unitRowsOn(db.read, db.t, day)).map(unitOf),
    async unit(id) {
      const row = await unitRow(db.read, db.t, id);
      return row === undefined ? undefined : unitOf(row);
    },
    seatsOn: (unitId, day) => filledSeatsOn(db.read, db.t, unitId, day),
    personCards: (ids) => personCardsById(db.read, db.t, ids),
    importUnits: (actorId, list) => importUnits(changes, actorId, list),
    addPerson: (actorId, person) => addPerson(changes, actorId, person),
    addSeat: (actorId, unitId, seat) => addSeat(changes, actorId, unitId, seat),
    appoint: (actorId, seatId, appointment) => appointHolder(changes, actorId, seatId, appointment),
  };
}
