import { isValidOn } from '@hopso/shared/organisation';
import { recordAudit } from '#identity';
import type { NewRow, UnitLevel } from '#platform/database';
import type { Changes } from './changes.ts';

/** A unit as an official list names it: by code, under the code of its parent. */
export interface ImportedUnit {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly parentCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Order among its siblings; the code when left out. */
  readonly sortKey?: string;
}

/** A list that contradicts itself is not imported at all. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * Brings in a list of units, parents before children, in one transaction. A unit that is there already
 * (same code and first day) is kept as it is, so the same list may be imported again.
 * @returns ids by code and first day, `code@validFrom`
 * @throws ImportError when a parent is not known on its child's first day
 */
export async function importUnits(
  { db, now, newId }: Changes,
  actorId: string,
  list: readonly ImportedUnit[],
): Promise<ReadonlyMap<string, string>> {
  const { t } = db;
  return db.write(async (q) => {
    const known: NewRow<'units'>[] = await q.select().from(t.units);
    const added: NewRow<'units'>[] = [];
    for (const unit of list) {
      if (known.some((row) => row.code === unit.code && row.validFrom === unit.validFrom)) continue;
      const row = rowOf(unit, parentOf(unit, known), newId());
      known.push(row);
      added.push(row);
    }
    for (let start = 0; start < added.length; start += 200) {
      await q.insert(t.units).values(added.slice(start, start + 200));
    }
    const detail = { added: added.length };
    await recordAudit(q, t, {
      at: now(),
      actorId,
      action: 'organisation.units-imported',
      object: 'units',
      detail,
    });
    return new Map(known.map((row) => [`${row.code}@${row.validFrom}`, row.id]));
  });
}

function parentOf(unit: ImportedUnit, known: readonly NewRow<'units'>[]): string | null {
  if (unit.parentCode === null) return null;
  const parent = known.find(
    (row) =>
      row.code === unit.parentCode &&
      isValidOn({ validFrom: row.validFrom, validTo: row.validTo ?? null }, unit.validFrom),
  );
  if (parent === undefined)
    throw new ImportError(`${unit.code}: parent ${unit.parentCode} is not known on ${unit.validFrom}`);
  return parent.id;
}

function rowOf(unit: ImportedUnit, parentId: string | null, id: string): NewRow<'units'> {
  const { code, name, level, validFrom, validTo, sortKey = code } = unit;
  return { id, code, name, level, parentId, validFrom, validTo, sortKey };
}
