import { ok, type Result, type RouteBody, refuse } from '@hopso/shared/kernel';
import {
  type createUnit,
  type Day,
  endUnit as decideEnd,
  isValidOn,
  overlaps,
  type renameUnit,
  type Unit,
  type Validity,
} from '@hopso/shared/organisation';
import { eq } from 'drizzle-orm';
import { recordAudit } from '#identity';
import type { Q, Row } from '#platform/database';
import type { Changes } from './changes.ts';
import { unitOf, unitRow } from './queries.ts';

/** Refuses `organisation/parent-not-valid`, `organisation/code-used`. */
export async function addUnit(
  { db, now, newId }: Changes,
  actorId: string,
  unit: RouteBody<typeof createUnit>,
): Promise<Result<Unit>> {
  const { t } = db;
  return db.write(async (q) => {
    const parent = unit.parentId === null ? null : await unitRow(q, t, unit.parentId);
    if (parent === undefined || (parent !== null && !isValidOn(parent, unit.validFrom))) {
      return refuse('organisation/parent-not-valid');
    }
    const row = { id: newId(), ...unit, validTo: null, sortKey: unit.code };
    if (await isCodeUsed(q, t, row)) return refuse('organisation/code-used');
    await q.insert(t.units).values(row);
    await recordAudit(q, t, {
      at: now(),
      actorId,
      action: 'organisation.unit-added',
      object: row.id,
      detail: unit,
    });
    return ok(unitOf(row));
  });
}

/** [O9] Refuses `not-found`, `organisation/code-used`. */
export async function editUnit(
  { db, now }: Changes,
  actorId: string,
  id: string,
  { name, code }: RouteBody<typeof renameUnit>,
): Promise<Result<Unit>> {
  const { t } = db;
  return db.write(async (q) => {
    const before = await unitRow(q, t, id);
    if (before === undefined) return refuse('not-found');
    const after = { ...before, name: name ?? before.name, code: code ?? before.code };
    if (await isCodeUsed(q, t, after)) return refuse('organisation/code-used');
    await q.update(t.units).set({ name: after.name, code: after.code }).where(eq(t.units.id, id));
    const detail = { from: [before.name, before.code], to: [after.name, after.code] };
    await recordAudit(q, t, { at: now(), actorId, action: 'organisation.unit-renamed', object: id, detail });
    return ok(unitOf(after));
  });
}

/** [O2] Refuses `not-found`, `organisation/ends-before-start`, `organisation/still-in-use`. */
export async function endUnit(
  { db, now }: Changes,
  actorId: string,
  id: string,
  lastDay: Day,
): Promise<Result<Unit>> {
  const { t } = db;
  return db.write(async (q) => {
    const unit = await unitRow(q, t, id);
    if (unit === undefined) return refuse('not-found');
    const under = await q.select().from(t.units).where(eq(t.units.parentId, id));
    const seats = await q.select().from(t.committeeSeats).where(eq(t.committeeSeats.unitId, id));
    const end = decideEnd(unit, [...under, ...seats], lastDay);
    if (!end.ok) return end;
    await q.update(t.units).set({ validTo: lastDay }).where(eq(t.units.id, id));
    const detail = { lastDay };
    await recordAudit(q, t, { at: now(), actorId, action: 'organisation.unit-ended', object: id, detail });
    return ok(unitOf({ ...unit, validTo: lastDay }));
  });
}

/** A code names one unit at a time; a successor may take over its predecessor's. */
async function isCodeUsed(
  q: Q,
  t: Changes['db']['t'],
  unit: Pick<Row<'units'>, 'id' | 'code'> & Validity,
): Promise<boolean> {
  const same = await q.select().from(t.units).where(eq(t.units.code, unit.code));
  return same.some((other) => other.id !== unit.id && overlaps(other, unit));
}
