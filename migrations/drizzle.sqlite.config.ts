import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/src/platform/database/tables.sqlite.ts',
  out: './migrations/sqlite',
});
