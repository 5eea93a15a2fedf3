import type { SignedIn } from '@hopso/shared/identity';
import type { listUnits } from '@hopso/shared/organisation';
import { queryOptions } from '@tanstack/react-query';
import { call, endpoint } from '#platform/api';

const listUnitsEndpoint = endpoint<typeof listUnits>('get', '/api/units');

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: async ({ signal }) => (await call(listUnitsEndpoint, {}, { signal })).units,
  staleTime: 5 * 60_000,
});

/** Units whose meetings this person prepares. */
export const hostUnitIds = ({ roles }: SignedIn): readonly string[] =>
  roles.flatMap(({ role, unitId }) => (role === 'unitSecretary' && unitId !== null ? [unitId] : []));
