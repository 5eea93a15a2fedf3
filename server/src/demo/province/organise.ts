import type { Result } from '@hopso/shared/kernel';
import type { Core } from './core.ts';
import { DEMO_DISTRICT, type DemoPerson, DISTRICT_MEMBERS, MEMBERS, PEOPLE } from './people.ts';
import { UNITS, unitKey } from './units.ts';

/** Ids of what the demonstration consists of, by the keys of `people.ts`. */
export interface Organised {
  readonly person: (key: string) => string;
  readonly unit: (name: string) => string;
}

const SEED = 'seed';
const TERM_FROM = '2016-06-20';

/** An answer that the seed relies on; a refusal is a fault of the seed. */
export function settled<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.error)}`);
}

/** The province's units, its people, and who holds which seat of which committee. */
export async function organise({ organisation }: Pick<Core, 'organisation'>): Promise<Organised> {
  const unitIds = await organisation.importUnits(SEED, UNITS);
  const unit = (name: string) => known(unitIds, unitKey(name));
  const personIds = new Map<string, string>();
  for (const { key, name, post, unit: unitName } of PEOPLE) {
    const added = settled(
      await organisation.addPerson(SEED, { name, post, unitId: unit(unitName), phone: null }),
    );
    personIds.set(key, added.personId);
  }
  const person = (key: string) => known(personIds, key);
  await seat(organisation, MEMBERS, person, unit('UBND tỉnh Long An'));
  await seat(organisation, DISTRICT_MEMBERS, person, unit(DEMO_DISTRICT));
  return { person, unit };
}

async function seat(
  organisation: Core['organisation'],
  members: readonly DemoPerson[],
  person: (key: string) => string,
  unitId: string,
): Promise<void> {
  for (const [index, member] of members.entries()) {
    const title = titleOf(index, member);
    const added = settled(
      await organisation.addSeat(SEED, unitId, {
        title,
        isChair: index === 0,
        sort: index + 1,
        validFrom: TERM_FROM,
      }),
    );
    settled(await organisation.appoint(SEED, added.id, { personId: person(member.key), from: TERM_FROM }));
  }
}

function titleOf(index: number, { post }: DemoPerson): string {
  if (index === 0) return 'Chủ tịch Ủy ban nhân dân';
  if (post.startsWith('Phó Chủ tịch')) return 'Phó Chủ tịch Ủy ban nhân dân';
  return 'Ủy viên Ủy ban nhân dân';
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demonstration has no "${key}".`);
  return id;
}
