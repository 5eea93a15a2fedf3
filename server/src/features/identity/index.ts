export { isLastAdministrator } from './account-rules.ts';
export { type AuditEntry, recordAudit } from './audit.ts';
export { createIdentity, type Identity, type IdentityOptions } from './identity.ts';
