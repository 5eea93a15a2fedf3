import { type Kit, postgresKit, sqliteKit } from './kit.ts';
import { annotationTables } from './schema/annotation.ts';
import { identityTables } from './schema/identity.ts';
import { meetingTables } from './schema/meeting.ts';
import { operationTables } from './schema/operation.ts';
import { organisationTables } from './schema/organisation.ts';
import { paperTables } from './schema/paper.ts';

/** Every table of the product, declared once for both engines. */
function define(k: Kit) {
  const organisation = organisationTables(k);
  const meeting = meetingTables(k, organisation);
  return {
    ...organisation,
    ...meeting,
    ...identityTables(k, organisation, meeting),
    ...paperTables(k, organisation, meeting),
    ...annotationTables(k, organisation, meeting),
    ...operationTables(k),
  };
}

export const sqliteSchema = define(sqliteKit);
export type Schema = typeof sqliteSchema;

// The one cast about the schema: both kits build tables of the same names, columns and JavaScript types.
export const postgresSchema = define(postgresKit as unknown as Kit) as unknown as Schema;

/** A row as `select()` returns it. */
export type Row<Table extends keyof Schema> = Schema[Table]['$inferSelect'];
/** A row as `insert()` takes it. */
export type NewRow<Table extends keyof Schema> = Schema[Table]['$inferInsert'];
