import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const slices = [
  'meeting',
  'agenda',
  'attendance',
  'paper',
  'voting',
  'decision',
  'copies',
  'annotation',
  'search',
  'session',
  'protocol',
];
/** Rules that server and client keep together; their tests stand beside both. */
const heldElsewhere = /^(X([6-9]|[12]\d)|N([269]|1[0134])|P18|F[56])$/;

const folderOf = (slice: string) => new URL(`./${slice}/`, import.meta.url);
const textOf = (slice: string, name: string) => readFileSync(new URL(name, folderOf(slice)), 'utf8');
const rulesOf = (slice: string) =>
  [...textOf(slice, 'RULES.md').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id = '']) => id);
const titled = new Set(
  slices.flatMap((slice) =>
    readdirSync(folderOf(slice))
      .filter((name) => name.endsWith('.test.ts'))
      .flatMap((name) => [...textOf(slice, name).matchAll(/\[([A-Z]\d+)\]/g)].map(([, id = '']) => id)),
  ),
);

describe.each(slices)('%s', (slice) => {
  const rules = rulesOf(slice);

  test('its rules are numbered without gaps', () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.map((id) => Number(id.slice(1)))).toEqual(rules.map((_, index) => index + 1));
    expect(new Set(rules.map((id) => id[0])).size).toBe(1);
  });

  test('every rule has a test that names it', () => {
    expect(rules.filter((id) => !titled.has(id) && !heldElsewhere.test(id))).toEqual([]);
  });
});

test('no test names a rule that is not written down', () => {
  const written = new Set(slices.flatMap(rulesOf));
  expect([...titled].filter((id) => !written.has(id))).toEqual([]);
});
