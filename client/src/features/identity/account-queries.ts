import type {
  Account,
  createAccount,
  editAccount,
  endSignIns,
  listAccounts,
  RoleGrant,
  resetPassword,
  setRoles,
  unlockAccount,
} from '@hopso/shared/identity';
import { queryOptions } from '@tanstack/react-query';
import { useChange } from '#organisation';
import { type CallInput, call, endpoint } from '#platform/api';

const endpoints = {
  list: endpoint<typeof listAccounts>('get', '/api/users'),
  create: endpoint<typeof createAccount>('post', '/api/users'),
  edit: endpoint<typeof editAccount>('patch', '/api/users/:person'),
  setRoles: endpoint<typeof setRoles>('put', '/api/users/:person/roles'),
  reset: endpoint<typeof resetPassword>('post', '/api/users/:person/password'),
  unlock: endpoint<typeof unlockAccount>('post', '/api/users/:person/unlock'),
  endSignIns: endpoint<typeof endSignIns>('post', '/api/users/:person/sign-out'),
};

/** Every account; narrowing the list is done here, letter by letter. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }): Promise<readonly Account[]> =>
    (await call(endpoints.list, {}, { signal })).accounts,
});

export const useCreateAccount = () =>
  useChange(
    (body: CallInput<typeof createAccount>['body']) => call(endpoints.create, { body }),
    ['accounts'],
  );

interface AccountChange {
  readonly person: string;
  readonly userName?: string;
  readonly disabled?: boolean;
}

export const useEditAccount = () =>
  useChange(
    ({ person, ...body }: AccountChange) => call(endpoints.edit, { params: { person }, body }),
    ['accounts'],
  );

export const useSetRoles = () =>
  useChange(
    ({ person, roles }: { readonly person: string; readonly roles: readonly RoleGrant[] }) =>
      call(endpoints.setRoles, { params: { person }, body: { roles: [...roles] } }),
    ['accounts'],
  );

export const useResetPassword = () =>
  useChange((person: string) => call(endpoints.reset, { params: { person } }), ['accounts']);

export const useUnlockAccount = () =>
  useChange((person: string) => call(endpoints.unlock, { params: { person } }), ['accounts']);

export const useEndSignIns = () =>
  useChange((person: string) => call(endpoints.endSignIns, { params: { person } }), []);
