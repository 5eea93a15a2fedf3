import type { createUnit, Day, endUnitRoute, listUnits, renameUnit, Unit } from '@hopso/shared/organisation';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CallInput, call, endpoint } from '#platform/api';
import { useChange } from './changes.ts';

const endpoints = {
  list: endpoint<typeof listUnits>('get', '/api/units'),
  create: endpoint<typeof createUnit>('post', '/api/units'),
  rename: endpoint<typeof renameUnit>('patch', '/api/units/:unit'),
  end: endpoint<typeof endUnitRoute>('post', '/api/units/:unit/end'),
};

/** Units in force on a day, in the order of the tree. */
export const unitsQuery = (on: Day) =>
  queryOptions({
    queryKey: ['units', on],
    queryFn: async ({ signal }): Promise<readonly Unit[]> =>
      (await call(endpoints.list, { query: { on } }, { signal })).units,
    placeholderData: keepPreviousData,
  });

export const useCreateUnit = () =>
  useChange((body: CallInput<typeof createUnit>['body']) => call(endpoints.create, { body }), ['units']);

interface Renaming {
  readonly unit: string;
  readonly name: string;
  readonly code: string;
}

export const useRenameUnit = () =>
  useChange(
    ({ unit, name, code }: Renaming) => call(endpoints.rename, { params: { unit }, body: { name, code } }),
    ['units', 'persons', 'accounts'],
  );

export const useEndUnit = () =>
  useChange(
    ({ unit, lastDay }: { readonly unit: string; readonly lastDay: Day }) =>
      call(endpoints.end, { params: { unit }, body: { lastDay } }),
    ['units'],
  );
