export { keepAppOnDevice, takeNewVersion, useAppCopy } from './app-copy.ts';
export {
  confirmHolder,
  eraseVault,
  holderSignedOut,
  noteContact,
  openVault,
  vaultOfHolder,
} from './device-holder.ts';
export type { KeptFile, Vault, VaultTable } from './vault.ts';
