import type {
  appointHolder,
  createSeat,
  Day,
  endSeat,
  listSeats,
  Seat,
  vacateSeat,
} from '@hopso/shared/organisation';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CallInput, call, endpoint } from '#platform/api';
import { useChange } from './changes.ts';

const endpoints = {
  list: endpoint<typeof listSeats>('get', '/api/units/:unit/seats'),
  create: endpoint<typeof createSeat>('post', '/api/units/:unit/seats'),
  end: endpoint<typeof endSeat>('post', '/api/seats/:seat/end'),
  appoint: endpoint<typeof appointHolder>('post', '/api/seats/:seat/holders'),
  vacate: endpoint<typeof vacateSeat>('post', '/api/seats/:seat/vacate'),
};

/** Seats of a unit's committee on a day, with who holds them. */
export const seatsQuery = (unit: string, on: Day) =>
  queryOptions({
    queryKey: ['seats', unit, on],
    queryFn: async ({ signal }): Promise<readonly Seat[]> =>
      (await call(endpoints.list, { params: { unit }, query: { on } }, { signal })).seats,
    placeholderData: (before: readonly Seat[] | undefined, query) =>
      query?.queryKey[1] === unit ? keepPreviousData(before) : undefined,
  });

export const useCreateSeat = (unit: string) =>
  useChange(
    (body: CallInput<typeof createSeat>['body']) => call(endpoints.create, { params: { unit }, body }),
    ['seats'],
  );

export const useAppoint = (seat: string) =>
  useChange(
    (body: CallInput<typeof appointHolder>['body']) => call(endpoints.appoint, { params: { seat }, body }),
    ['seats'],
  );

export const useVacate = (seat: string) =>
  useChange((lastDay: Day) => call(endpoints.vacate, { params: { seat }, body: { lastDay } }), ['seats']);

export const useEndSeat = (seat: string) =>
  useChange((lastDay: Day) => call(endpoints.end, { params: { seat }, body: { lastDay } }), ['seats']);
