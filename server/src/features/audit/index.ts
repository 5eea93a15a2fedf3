export { checkpointFile } from './checkpoint-file.ts';
export { type Checkpoints, type CheckpointsOptions, createCheckpoints } from './checkpoints.ts';
export type { FaultKind, IntegrityFault } from './fault.ts';
export { type Verification, type VerificationOptions, verifyInstallation } from './verification.ts';
