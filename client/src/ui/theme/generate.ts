import { readFile, writeFile } from 'node:fs/promises';
import { themeCss } from './theme-css.ts';

const target = new URL('./theme.generated.css', import.meta.url);
const wanted = themeCss();
const present = await readFile(target, 'utf8').catch(() => '');
if (present !== wanted) {
  await writeFile(target, wanted);
  process.stdout.write('theme.generated.css written\n');
}
