import { testEngines } from './engines.ts';

/** Says once per run which engines its verdict is about. */
export default function announceEngines(): void {
  const names = testEngines().map(({ name }) => name);
  const missing = names.includes('PostgreSQL') ? '' : ' (no PostgreSQL server: TEST_DATABASE_URL is not set)';
  process.stdout.write(`Storage engines under test: ${names.join(', ')}${missing}\n`);
}
