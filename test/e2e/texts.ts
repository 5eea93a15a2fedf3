import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Language = 'vi' | 'en';
type Texts = { readonly [key: string]: string | Texts };

const folder = new URL('../../client/src/platform/i18n/', import.meta.url);
const areas = new Map<string, Texts>();

function area(language: Language, name: string): Texts {
  const path = fileURLToPath(new URL(`${language}/${name}.json`, folder));
  const known = areas.get(path);
  if (known !== undefined) return known;
  const texts = JSON.parse(readFileSync(path, 'utf8')) as Texts;
  areas.set(path, texts);
  return texts;
}

/** A text of the interface as people read it: `say('voting:ballot.submit', { luaChon: 'Tán thành' })`. */
export function say(
  key: string,
  values: Record<string, string | number> = {},
  language: Language = 'vi',
): string {
  const [name = '', path = ''] = key.split(':');
  const found = textAt(area(language, name), path);
  if (typeof found !== 'string') throw new Error(`There is no text "${key}".`);
  // A space that must not break a line is a space all the same (see `reading`).
  return found
    .replaceAll('\u00a0', ' ')
    .replace(/\{\{(\w+)\}\}/g, (_, word: string) => String(values[word] ?? ''));
}

/** What a session of the committee is called, as parameters of other texts. */
export const sessionWords = {
  hop: say('common:words.session'),
  Hop: say('common:words.sessionCapital'),
  chuToa: say('common:words.presider'),
  ChuToa: say('common:words.presiderCapital'),
};

/** Whether this is the name of a text, which a person sees only where the text itself is missing. */
export function isKey(path: string): boolean {
  const names = readdirSync(new URL('vi/', folder)).filter((file) => file.endsWith('.json'));
  return names.some((file) => {
    const name = file.slice(0, -'.json'.length);
    return typeof textAt(area('vi', name), path) === 'string';
  });
}

function textAt(texts: Texts, path: string): string | Texts | undefined {
  return path
    .split('.')
    .reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts);
}
