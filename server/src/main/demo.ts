import { faultOfNodeVersion } from '#platform/config';

const fault = faultOfNodeVersion(process.version);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}
const { demonstrate } = await import('./demonstrate.ts');
await demonstrate(process.argv.slice(2));
