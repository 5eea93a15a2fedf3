import type { Json } from '@hopso/shared/kernel';
import type { Kit } from '../kit.ts';

/** The journal of what persons did outside meetings, and the installation's settings. */
export function operationTables(k: Kit) {
  const auditEntries = k.table(
    'audit_entries',
    {
      seq: k.counter('seq'),
      at: k.ms('at').notNull(),
      actorId: k.str('actor_id').notNull(),
      action: k.str('action').notNull(),
      object: k.str('object').notNull(),
      result: k.str('result').notNull(),
      detail: k.json<Json>('detail'),
    },
    (t) => [k.index('audit_entries_by_time').on(t.at), k.index('audit_entries_by_actor').on(t.actorId, t.at)],
  );
  const settings = k.table('settings', {
    key: k.str('key').primaryKey(),
    value: k.json<Json>('value').notNull(),
  });
  return { auditEntries, settings };
}
