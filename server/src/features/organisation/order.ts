import type { Row } from '#platform/database';

// Databases order text by their own rules; names are ordered here.
const vietnamese = new Intl.Collator('vi');

/** The order of Vietnamese lists of persons: by given name, which comes last, then by the whole name. */
export function byPersonName(a: { readonly name: string }, b: { readonly name: string }): number {
  return vietnamese.compare(givenName(a.name), givenName(b.name)) || vietnamese.compare(a.name, b.name);
}

const givenName = (name: string) => name.slice(name.lastIndexOf(' ') + 1);

/** Units as a tree read from the top: each before those under it, siblings by their sort key, then by name. */
export function inTreeOrder(units: readonly Row<'units'>[]): Row<'units'>[] {
  const known = new Set(units.map(({ id }) => id));
  const under = Map.groupBy(units, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const ordered: Row<'units'>[] = [];
  const visit = (parentId: string | null) => {
    const siblings = [...(under.get(parentId) ?? [])].sort(
      (a, b) => vietnamese.compare(a.sortKey, b.sortKey) || vietnamese.compare(a.name, b.name),
    );
    for (const unit of siblings) {
      ordered.push(unit);
      visit(unit.id);
    }
  };
  visit(null);
  return ordered;
}
