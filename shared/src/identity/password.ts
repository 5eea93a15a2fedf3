import { foldText, ok, type Result, refuse } from '#kernel';

export const shortestPassword = 12;
/** Long enough for any passphrase; short enough that hashing it costs nothing extra. */
export const longestPassword = 128;

/** Words that people here begin with when asked for a password; a password made of these alone is guessed first. */
const commonWords = [
  ...['matkhau', 'password', 'passw', 'pass', 'admin', 'administrator', 'quantri', 'root', 'user', 'welcome'],
  ...[
    'abc',
    'abcd',
    'abcdef',
    'qwerty',
    'qwertyuiop',
    'asdfgh',
    'asdf',
    'zxcvbn',
    'letmein',
    'iloveyou',
    'login',
  ],
  ...[
    'xinchao',
    'anhyeuem',
    'emyeuanh',
    'yeuem',
    'vietnam',
    'hanoi',
    'saigon',
    'hochiminh',
    'bacho',
    'dangcongsan',
  ],
  ...[
    'ubnd',
    'uybannhandan',
    'hdnd',
    'hoidongnhandan',
    'vanphong',
    'vpub',
    'chutich',
    'phochutich',
    'thuky',
    'canbo',
  ],
  ...[
    'longan',
    'tayninh',
    'tanan',
    'tinh',
    'huyen',
    'xa',
    'so',
    'hop',
    'hopso',
    'phienhop',
    'cuochop',
    'egov',
  ],
  ...[
    'giaoduc',
    'yte',
    'taichinh',
    'noivu',
    'tuphap',
    'congan',
    'quansu',
    'test',
    'demo',
    'changeme',
    'macdinh',
  ],
];

/**
 * [I2] May this be a password of this person? `about` = names that must not make it up.
 * Refuses `identity/password-short`, `identity/password-long`, `identity/password-common`.
 */
export function checkPassword(password: string, about: readonly string[]): Result<undefined> {
  const length = [...password].length;
  if (length < shortestPassword) return refuse('identity/password-short', { least: shortestPassword });
  if (length > longestPassword) return refuse('identity/password-long', { most: longestPassword });
  const weak = hasFewCharacters(password) || isRun(password) || isGuessable(password, about);
  return weak ? refuse('identity/password-common') : ok(undefined);
}

const hasFewCharacters = (password: string) => new Set(password.toLowerCase()).size < 5;

/** "123456789012", "abcdefghijkl", "987654321098": each step goes the same way round. */
function isRun(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const usual = steps.filter((step) => Math.abs(step) <= 1 || Math.abs(step) === 9).length;
  return usual >= steps.length - 1;
}

/** What is left without digits and signs is nothing, or common words and one's own names. */
function isGuessable(password: string, about: readonly string[]): boolean {
  const names = about.flatMap((name) => [lettersOf(name), ...foldText(name).split(/[^a-z]+/)]);
  const words = [...commonWords, ...names.filter((name) => name.length >= 2)];
  return [lettersOf(password), lettersOf(withoutDisguise(password))].some((text) => isMadeOf(text, words));
}

/** "P@ssw0rd" for "Password". */
function withoutDisguise(password: string): string {
  return password
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replace(/(?<=\p{L})0|0(?=\p{L})/gu, 'o');
}

/** True when `text` is a row of these words. Walks the reachable ends: a pattern would try every way to cut it. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const reachable = new Set([0]);
  for (let at = 0; at < text.length; at += 1) {
    if (!reachable.has(at)) continue;
    for (const word of words) if (text.startsWith(word, at)) reachable.add(at + word.length);
  }
  return reachable.has(text.length);
}

const lettersOf = (text: string) => foldText(text).replace(/[^a-z]/g, '');
