export { getInstallation, type Installation } from './contract.ts';
