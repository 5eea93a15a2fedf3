import * as contract from '@hopso/shared/identity';
import { ok } from '@hopso/shared/kernel';
import type { Mount } from '#platform/http';
import type { Accounts } from './accounts.ts';

/** What administrators do with accounts. */
export function mountAccounts(mount: Mount, accounts: Accounts): void {
  mount(contract.listAccounts, async ({ query }) =>
    ok({ accounts: await accounts.list(query.search ?? '') }),
  );
  mount(contract.createAccount, ({ principal, body }) => accounts.create(principal.personId, body));
  mount(contract.editAccount, ({ principal, params, body }) =>
    accounts.edit(principal.personId, params.person, body),
  );
  mount(contract.setRoles, ({ principal, params, body }) =>
    accounts.setRoles(principal.personId, params.person, body.roles),
  );
  mount(contract.resetPassword, ({ principal, params }) =>
    accounts.resetPassword(principal.personId, params.person),
  );
  mount(contract.unlockAccount, ({ principal, params }) =>
    accounts.unlock(principal.personId, params.person),
  );
  mount(contract.endSignIns, async ({ principal, params }) => {
    const account = await accounts.find(params.person);
    if (!account.ok) return account;
    await accounts.endSignIns(principal.personId, params.person);
    return ok(undefined);
  });
}
