export {
  type Account,
  changePassword,
  createAccount,
  createScreen,
  editAccount,
  endSignIns,
  getMe,
  issueMeetingCode,
  listAccounts,
  listScreens,
  type Me,
  type RoleGrant,
  redeemMeetingCode,
  resetPassword,
  revokeScreen,
  type SignedIn,
  setRoles,
  signIn,
  signOut,
  signOutEverywhere,
  systemRoles,
  unlockAccount,
  unlockParticipant,
} from './contract.ts';
export { type CodeTicket, codeLink, readCodeLink, screenLink, screenPath, signInPath } from './links.ts';
export { checkPassword, longestPassword, shortestPassword } from './password.ts';
export { userNameOf } from './user-name.ts';
