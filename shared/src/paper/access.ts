import type { Capacity } from '#attendance';

/** What somebody may do with a paper; each includes those before it (P12). */
export const paperRights = ['none', 'view', 'annotate', 'download', 'print'] as const;
export type PaperRight = (typeof paperRights)[number];

/** Participants as rights are given to them; the desk has every right and is in no group. */
export const paperGroups = ['member', 'substitute', 'presenter', 'guest', 'observer'] as const;
export type PaperGroup = (typeof paperGroups)[number];

/** Rights given on one paper: to each group, and to single persons, whose own right then stands instead. */
export type PaperAccess = {
  readonly groups: { readonly [group in PaperGroup]: PaperRight };
  readonly exceptions: { readonly [personId: string]: PaperRight };
};

/** Whether a right includes another (P12). */
export const includesRight = (right: PaperRight, wanted: PaperRight): boolean =>
  paperRights.indexOf(right) >= paperRights.indexOf(wanted);

/** The group of a capacity; the chair's seat counts among the members, a secretary is at the desk. */
export const groupOfCapacity = (capacity: Capacity): PaperGroup | null => {
  if (capacity === 'secretary') return null;
  return capacity === 'chair' ? 'member' : capacity;
};

/** What is given to a person of this capacity; everything where nothing was said (P13). */
export function rightGiven(access: PaperAccess | null, personId: string, capacity: Capacity): PaperRight {
  if (access === null) return 'print';
  const group = groupOfCapacity(capacity);
  const own = Object.hasOwn(access.exceptions, personId) ? access.exceptions[personId] : undefined;
  return own ?? (group === null ? 'print' : access.groups[group]);
}

/** Whether the paper may be nothing at all to somebody: then it is told to the entitled alone (P14). */
export const isRestrictedAccess = (access: PaperAccess | null): boolean =>
  access !== null && [...Object.values(access.groups), ...Object.values(access.exceptions)].includes('none');
