import { foldText, ok, type Result, refuse } from '#kernel';

/**
 * [I1] The one form a user name is stored and looked up in.
 * Refuses `identity/user-name-invalid` for anything that has no such form.
 */
export function userNameOf(typed: string): Result<string> {
  const folded = foldText(typed.trim());
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(folded) ? ok(folded) : refuse('identity/user-name-invalid');
}
