export { copiesOut } from './copies.ts';
export { CopyRegister, CopyTable, SecretOverview } from './copies-parts.tsx';
