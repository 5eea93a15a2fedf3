import { faultOfNodeVersion } from '#platform/config';

const fault = faultOfNodeVersion(process.version);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}
const { serve } = await import('./serve.ts');
await serve();
