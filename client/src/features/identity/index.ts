export { AccountPanel } from './account-panel.tsx';
export { codeLifeMinutes } from './code-life.ts';
export { installationQuery } from './installation.ts';
export { isAdministrator, isSecretary, meQuery, useMe } from './me.ts';
export { useSignOut } from './sign-in-acts.ts';
export type { SignInSearch } from './sign-in-page.tsx';
