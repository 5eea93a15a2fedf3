import { foldText } from '@hopso/shared/kernel';
import type { Unit } from '@hopso/shared/organisation';

export interface UnitBranch {
  readonly unit: Unit;
  readonly children: readonly UnitBranch[];
}

/** The units as a tree, siblings in the order given. A unit whose superior is not in the list stands at the top. */
export function unitTree(units: readonly Unit[]): readonly UnitBranch[] {
  const known = new Set(units.map(({ id }) => id));
  const under = Map.groupBy(units, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const branches = (parentId: string | null): readonly UnitBranch[] =>
    (under.get(parentId) ?? []).map((unit) => ({ unit, children: branches(unit.id) }));
  return branches(null);
}

/** Units whose name or code contains every word typed; marks and `đ` do not matter. */
export function findUnits(units: readonly Unit[], search: string): readonly Unit[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return units.filter(({ name, code }) => {
    const text = foldText(`${name} ${code}`);
    return words.every((word) => text.includes(word));
  });
}

/** Names to choose by: where two units are called alike, with the unit above them. */
export function unitLabels(units: readonly Unit[]): ReadonlyMap<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const alike = Map.groupBy(units, ({ name }) => name);
  return new Map(
    units.map(({ id, name, parentId }) => {
      const parent = parentId === null ? undefined : byId.get(parentId);
      const isShared = (alike.get(name)?.length ?? 0) > 1;
      return [id, isShared && parent !== undefined ? `${name} – ${parent.name}` : name];
    }),
  );
}
