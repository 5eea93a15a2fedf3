import { en } from './texts.en.ts';
import { vi } from './texts.vi.ts';

/** Every sentence of the operator's commands. */
export type Texts = typeof vi;

/** Vietnamese, unless the locale of the terminal is English. */
export function textsFor(environment: Readonly<Record<string, string | undefined>>): Texts {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('en') ? en : vi;
}
