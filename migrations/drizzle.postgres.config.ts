import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './server/src/platform/database/tables.postgres.ts',
  out: './migrations/postgres',
});
