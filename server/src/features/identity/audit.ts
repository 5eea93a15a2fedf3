import type { Json } from '@hopso/shared/kernel';
import type { Q, Schema } from '#platform/database';

/** One line of the journal of what persons did outside the record of a meeting. Never holds a secret. */
export interface AuditEntry {
  readonly at: number;
  /** The person who acted; `system` for the server itself, `operator` for a command on the machine. */
  readonly actorId: string;
  /** `<feature>.<deed>`, such as `identity.code-issued`; never renamed. */
  readonly action: string;
  /** Id of what was acted on. */
  readonly object: string;
  readonly result?: 'done' | 'refused';
  readonly detail?: Json;
}

/** Writes the entry in the same transaction as the deed: neither exists without the other. */
export async function recordAudit(q: Q, t: Schema, entry: AuditEntry): Promise<void> {
  const { at, actorId, action, object, result = 'done', detail = null } = entry;
  await q.insert(t.auditEntries).values({ at, actorId, action, object, result, detail });
}
