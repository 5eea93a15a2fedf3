import type {
  changePassword,
  redeemMeetingCode,
  SignedIn,
  signIn,
  signOut,
  signOutEverywhere,
} from '@hopso/shared/identity';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, endpoint, type Problem } from '#platform/api';
import { eraseVault } from '#platform/offline';
import { keepMe } from './kept-me.ts';
import { meQuery, useMe } from './me.ts';

const endpoints = {
  signIn: endpoint<typeof signIn>('post', '/api/sign-in'),
  redeemCode: endpoint<typeof redeemMeetingCode>('post', '/api/sign-in/code'),
  changePassword: endpoint<typeof changePassword>('post', '/api/me/password'),
  signOut: endpoint<typeof signOut>('post', '/api/sign-out'),
  signOutEverywhere: endpoint<typeof signOutEverywhere>('post', '/api/sign-out/everywhere'),
};

/** Whoever was signed in before leaves nothing behind. */
function useTakeOver(): (me: SignedIn) => void {
  const queries = useQueryClient();
  return (me) => {
    queries.clear();
    keepMe(me);
    queries.setQueryData(meQuery.queryKey, me);
  };
}

interface PasswordEntry {
  readonly userName: string;
  readonly password: string;
}

export function useSignIn() {
  const takeOver = useTakeOver();
  return useMutation<SignedIn, Problem, PasswordEntry>({
    mutationFn: (body) => call(endpoints.signIn, { body }),
    onSuccess: takeOver,
  });
}

interface CodeEntry {
  readonly code: string;
  /** From the link in the QR drawing. */
  readonly ticket?: string;
}

export function useRedeemCode() {
  const takeOver = useTakeOver();
  return useMutation<SignedIn, Problem, CodeEntry>({
    mutationFn: (body) => call(endpoints.redeemCode, { body }),
    onSuccess: takeOver,
  });
}

interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation<SignedIn, Problem, PasswordChange>({
    mutationFn: (body) => call(endpoints.changePassword, { body }),
    onSuccess: (me) => {
      keepMe(me);
      queries.setQueryData(meQuery.queryKey, me);
    },
  });
}

/**
 * Ends this sign-in, or every one of the person's, and erases what this device keeps of them. Whoever calls it then leaves the page for good: a fresh one
 * holds nothing of this person.
 */
export function useSignOut() {
  const { personId } = useMe();
  return useMutation<void, Problem, 'here' | 'everywhere'>({
    mutationFn: async (where) => {
      await (where === 'here' ? call(endpoints.signOut, {}) : call(endpoints.signOutEverywhere, {}));
      await eraseVault(personId);
    },
  });
}
