import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Hides the programs that read scans: each test that wants them lays its own, so every machine tests the same. */
const hidden = fileURLToPath(new URL('./without-scan-programs', import.meta.url));

if (!process.env.PATH?.startsWith(hidden)) process.env.PATH = [hidden, process.env.PATH].join(delimiter);
