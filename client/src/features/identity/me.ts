import type { SignedIn } from '@hopso/shared/identity';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { askWhoIsHere } from './kept-me.ts';

/** Who is signed in here. Changes only through this page's own acts, so it is asked for once. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => askWhoIsHere(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The person signed in; for pages behind the sign-in only. */
export function useMe(): SignedIn {
  const { data } = useSuspenseQuery(meQuery);
  if (!data.signedIn) throw new Error('This page belongs behind the sign-in.');
  return data;
}

/** Whether a person may see the administration pages. */
export const isAdministrator = (me: SignedIn): boolean =>
  me.roles.some(({ role }) => role === 'administrator');

/** Whether a person prepares meetings, of whichever unit. */
export const isSecretary = (me: SignedIn): boolean => me.roles.some(({ role }) => role === 'unitSecretary');
