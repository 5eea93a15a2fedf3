import { foldText, ok, type Result, type RouteBody, type RouteQuery, refuse } from '@hopso/shared/kernel';
import {
  type createPerson,
  type Day,
  dayOf,
  type editPerson,
  type findPersons,
  isValidOn,
  type Person,
} from '@hopso/shared/organisation';
import { eq } from 'drizzle-orm';
import { isLastAdministrator, recordAudit } from '#identity';
import type { Db, Q, Schema } from '#platform/database';
import type { Changes } from './changes.ts';
import { byPersonName } from './order.ts';
import { activePersonCards, heldSeatIds, personById, unitRow } from './queries.ts';

/** Active persons in whose name, post or unit every word is found, marks and đ aside; `more` when the limit cut. */
export async function searchPersons(
  db: Db,
  { search = '', unit, limit = 100 }: RouteQuery<typeof findPersons>,
) {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const cards = await activePersonCards(db.read, db.t);
  const found = cards.filter((card) => {
    if (unit !== undefined && card.unitId !== unit) return false;
    const text = foldText(`${card.name} ${card.post} ${card.unit}`);
    return words.every((word) => text.includes(word));
  });
  return { persons: found.sort(byPersonName).slice(0, limit), more: found.length > limit };
}

/** Refuses `organisation/unit-not-valid`. */
export async function addPerson(
  { db, now, newId }: Changes,
  actorId: string,
  person: RouteBody<typeof createPerson>,
): Promise<Result<Person>> {
  const { t } = db;
  return db.write(async (q) => {
    const unit = await unitRow(q, t, person.unitId);
    if (unit === undefined || !isValidOn(unit, dayOf(now()))) return refuse('organisation/unit-not-valid');
    const personId = newId();
    await q.insert(t.persons).values({ id: personId, ...person, active: true, createdAt: now() });
    const detail = { name: person.name, unitId: person.unitId };
    await recordAudit(q, t, {
      at: now(),
      actorId,
      action: 'organisation.person-added',
      object: personId,
      detail,
    });
    return ok({ personId, ...person, unit: unit.name, active: true });
  });
}

/** Refuses `not-found`, `organisation/unit-not-valid`, and what `mayLeave` refuses. */
export async function changePerson(
  { db, now }: Changes,
  actorId: string,
  id: string,
  changes: RouteBody<typeof editPerson>,
): Promise<Result<Person>> {
  const { t } = db;
  return db.write(async (q) => {
    const before = await personById(q, t, id);
    if (before === undefined) return refuse('not-found');
    const after = { ...before, ...withoutUnset(changes) };
    const today = dayOf(now());
    const leaves = before.active && !after.active;
    const possible = leaves ? await mayLeave(q, t, id, today) : ok(undefined);
    if (!possible.ok) return possible;
    const unit = await unitRow(q, t, after.unitId);
    const moves = after.unitId !== before.unitId;
    if (unit === undefined || (moves && !isValidOn(unit, today)))
      return refuse('organisation/unit-not-valid');
    const { name, post, unitId, phone, active } = after;
    await q.update(t.persons).set({ name, post, unitId, phone, active }).where(eq(t.persons.id, id));
    const entry = { at: now(), actorId, action: 'organisation.person-changed', object: id };
    await recordAudit(q, t, { ...entry, detail: { changed: Object.keys(changes) } });
    return ok({ ...after, unit: unit.name });
  });
}

/** Out of the lists and locked out. Refuses `organisation/holds-a-seat`, `identity/last-administrator`. */
async function mayLeave(q: Q, t: Schema, personId: string, today: Day): Promise<Result<undefined>> {
  if ((await heldSeatIds(q, t, personId, today)).length > 0) return refuse('organisation/holds-a-seat');
  if (await isLastAdministrator(q, t, personId)) return refuse('identity/last-administrator');
  return ok(undefined);
}

/** Members that were not sent change nothing. */
function withoutUnset<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
