import { ok, refuse } from '@hopso/shared/kernel';
import * as contract from '@hopso/shared/organisation';
import type { Mount } from '#platform/http';
import type { Changes } from './changes.ts';
import { inTreeOrder } from './order.ts';
import { addPerson, changePerson, searchPersons } from './persons.ts';
import { personById, seatsWithHoldersOn, unitOf, unitRow, unitRowsOn } from './queries.ts';
import { addSeat, appointHolder, endSeat, vacateSeat } from './seats.ts';
import { addUnit, editUnit, endUnit } from './units.ts';

/** Units, seats, holders and persons over HTTP. `afterDeactivation` runs once a person has left the lists. */
export function mountOrganisation(
  mount: Mount,
  changes: Changes,
  afterDeactivation: (personId: string) => Promise<void>,
): void {
  mountUnits(mount, changes);
  mountSeats(mount, changes);
  mountPersons(mount, changes, afterDeactivation);
}

function mountUnits(mount: Mount, changes: Changes): void {
  const { db, now } = changes;
  mount(contract.listUnits, async ({ query }) => {
    const rows = await unitRowsOn(db.read, db.t, query.on ?? contract.dayOf(now()));
    return ok({ units: inTreeOrder(rows).map(unitOf) });
  });
  mount(contract.createUnit, ({ principal, body }) => addUnit(changes, principal.personId, body));
  mount(contract.renameUnit, ({ principal, params, body }) =>
    editUnit(changes, principal.personId, params.unit, body),
  );
  mount(contract.endUnitRoute, ({ principal, params, body }) =>
    endUnit(changes, principal.personId, params.unit, body.lastDay),
  );
}

function mountSeats(mount: Mount, changes: Changes): void {
  const { db, now } = changes;
  mount(contract.listSeats, async ({ params, query }) => {
    if ((await unitRow(db.read, db.t, params.unit)) === undefined) return refuse('not-found');
    const day = query.on ?? contract.dayOf(now());
    return ok({ seats: await seatsWithHoldersOn(db.read, db.t, params.unit, day) });
  });
  mount(contract.createSeat, ({ principal, params, body }) =>
    addSeat(changes, principal.personId, params.unit, body),
  );
  mount(contract.endSeat, ({ principal, params, body }) =>
    endSeat(changes, principal.personId, params.seat, body.lastDay),
  );
  mount(contract.appointHolder, ({ principal, params, body }) =>
    appointHolder(changes, principal.personId, params.seat, body),
  );
  mount(contract.vacateSeat, ({ principal, params, body }) =>
    vacateSeat(changes, principal.personId, params.seat, body.lastDay),
  );
}

function mountPersons(
  mount: Mount,
  changes: Changes,
  afterDeactivation: (personId: string) => Promise<void>,
): void {
  const { db } = changes;
  mount(contract.findPersons, async ({ query }) => ok(await searchPersons(db, query)));
  mount(contract.getPerson, async ({ params }) => {
    const person = await personById(db.read, db.t, params.person);
    return person === undefined ? refuse('not-found') : ok(person);
  });
  mount(contract.createPerson, ({ principal, body }) => addPerson(changes, principal.personId, body));
  mount(contract.editPerson, async ({ principal, params, body }) => {
    const person = await changePerson(changes, principal.personId, params.person, body);
    if (person.ok && !person.value.active) await afterDeactivation(params.person);
    return person;
  });
}
