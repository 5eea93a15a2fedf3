import { faultOfNodeVersion } from '#platform/config';

const fault = faultOfNodeVersion(process.version);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}
const { runOperator } = await import('./operator/run.ts');
const { processTerminal } = await import('./operator/terminal.ts');
process.exitCode = await runOperator(process.argv.slice(2), processTerminal());
