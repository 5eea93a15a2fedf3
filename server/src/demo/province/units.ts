import type { ImportedUnit } from '#organisation';
import { committeeOf, DISTRICTS } from './districts.ts';
import { GUESTS, MEMBERS, OFFICE, PROVINCE } from './people.ts';

const PROVINCE_CODE = '80';
/** The province was re-established on 1 July 1989; the district level ended with 30 June 2025. */
const FROM = '1989-07-01';
const LAST_DAY = '2025-06-30';

/** Units by the name that `people.ts` uses; agencies have codes of the demonstration only. */
export const UNITS: readonly ImportedUnit[] = [
  unit(PROVINCE_CODE, PROVINCE, 'province', null),
  ...agencyNames().map((name, index) =>
    unit(`${PROVINCE_CODE}.${String(index + 1).padStart(2, '0')}`, name, 'agency', PROVINCE_CODE),
  ),
  ...DISTRICTS.map(({ code, name }) => unit(code, committeeOf(name), 'district', PROVINCE_CODE)),
];

function unit(
  code: string,
  name: string,
  level: ImportedUnit['level'],
  parentCode: string | null,
): ImportedUnit {
  return { code, name, level, parentCode, validFrom: FROM, validTo: LAST_DAY };
}

function agencyNames(): string[] {
  const named = [OFFICE, ...MEMBERS.map((person) => person.unit), ...GUESTS.map((person) => person.unit)];
  return [...new Set(named)].filter((name) => name !== PROVINCE);
}

/** Where `importUnits` puts the id of a unit. */
export const unitKey = (name: string): string => {
  const found = UNITS.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No unit "${name}".`);
  return `${found.code}@${found.validFrom}`;
};
