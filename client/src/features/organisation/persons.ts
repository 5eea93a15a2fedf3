import type { createPerson, editPerson, findPersons, getPerson } from '@hopso/shared/organisation';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CallAnswer, type CallInput, call, endpoint } from '#platform/api';
import { useChange } from './changes.ts';

const endpoints = {
  find: endpoint<typeof findPersons>('get', '/api/persons'),
  get: endpoint<typeof getPerson>('get', '/api/persons/:person'),
  create: endpoint<typeof createPerson>('post', '/api/persons'),
  edit: endpoint<typeof editPerson>('patch', '/api/persons/:person'),
};

export type PersonCard = CallAnswer<typeof findPersons>['persons'][number];

const shortest = 2;
export const isSearchable = (search: string): boolean => search.trim().length >= shortest;

/** Persons by name, post or unit; `more` when there are others beyond the first twenty. */
export const foundPersonsQuery = (search: string) =>
  queryOptions({
    queryKey: ['persons', 'found', search.trim()],
    queryFn: ({ signal }) =>
      call(endpoints.find, { query: { search: search.trim(), limit: 20 } }, { signal }),
    enabled: isSearchable(search),
    placeholderData: keepPreviousData,
  });

/** One person, with telephone. */
export const personQuery = (person: string) =>
  queryOptions({
    queryKey: ['persons', person],
    queryFn: ({ signal }) => call(endpoints.get, { params: { person } }, { signal }),
    staleTime: 0,
  });

export const useCreatePerson = () =>
  useChange((body: CallInput<typeof createPerson>['body']) => call(endpoints.create, { body }), ['persons']);

export const useEditPerson = (person: string) =>
  useChange(
    (body: NonNullable<CallInput<typeof editPerson>['body']>) =>
      call(endpoints.edit, { params: { person }, body }),
    ['persons', 'seats', 'accounts'],
  );
