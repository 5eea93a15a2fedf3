import type { Account } from '@hopso/shared/identity';
import { foldText } from '@hopso/shared/kernel';
import { compareNames } from '#platform/i18n';

/** Accounts that hold every word typed in name, post, unit or user name; marks and `đ` do not matter. By given name. */
export function findAccounts(accounts: readonly Account[], search: string): readonly Account[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return accounts
    .filter(({ name, post, unit, userName }) => {
      const text = foldText(`${name} ${post} ${unit} ${userName}`);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => compareNames(a.name, b.name));
}
