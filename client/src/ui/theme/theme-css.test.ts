import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeCss } from './theme-css.ts';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

test('the generated style sheet is that of the theme; else: npm run build -w @hopso/client', () => {
  expect(read('./theme.generated.css')).toBe(themeCss());
});

type Tokens = ReadonlyMap<string, string>;

function tokensOf(selector: string): Tokens {
  const css = read('./tokens.css');
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, ink: string, ground: string): number {
  const [a = 0, b = 0] = [ink, ground]
    .map((name) => luminance(tokens.get(name) ?? '#000000'))
    .sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

const light = tokensOf(':root');
const hall: Tokens = new Map([...light, ...tokensOf('[data-surface="hall"]')]);

const readable = [
  ['text', 'surface'],
  ['text', 'surface-page'],
  ['text', 'surface-selected'],
  ['text-muted', 'surface'],
  ['text-muted', 'surface-page'],
  ['text-muted', 'surface-selected'],
  ['text-link', 'surface'],
  ['text-on-header', 'surface-header'],
  ['text-on-header-muted', 'surface-header'],
  ['on-brand', 'brand'],
  ['brand-strong', 'brand-soft'],
  ['danger', 'surface'],
  ['danger-strong', 'danger-soft'],
  ['good-strong', 'good-soft'],
  ['notice-strong', 'notice-soft'],
] as const;

test.each(readable)('%s can be read on %s, by day and in the hall', (ink, ground) => {
  expect(contrast(light, ink, ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(hall, ink, ground)).toBeGreaterThanOrEqual(4.5);
});

test('edges of controls and the focus ring are found by eye', () => {
  for (const tokens of [light, hall]) {
    expect(contrast(tokens, 'border-control', 'surface')).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens, 'focus', 'surface')).toBeGreaterThanOrEqual(3);
  }
});
