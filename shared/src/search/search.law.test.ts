import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '#kernel';
import { marksIn, matchPage } from './match.ts';
import { normalFormOf, positionsIn } from './normal-form.ts';
import { parseQuery } from './query.ts';
import { snippetOf } from './snippet.ts';

const word = fc.constantFrom(
  ...['Nghị', 'quyết', 'ĐẠI', 'biểu', 'đường', 'Ủy', 'ban', 'ngưỡng', '830', 'NQ', 'HĐND', 'a', 'aa'],
);
const gap = fc.constantFrom(' ', '\n', ', ', '/', '-', ' – ', '. ', '\u00ad ');
const page = fc
  .array(fc.tuple(word, gap), { maxLength: 60 })
  .map((parts) => parts.flat().join('').normalize('NFC'));
const anything = fc.string({ unit: 'grapheme', maxLength: 300 });

test('[F1] both forms of a text have the same words, and folding twice is folding once', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { folded, exact } = normalFormOf(text);
      expect(exact.split(' ').length).toBe(folded.split(' ').length);
      expect(normalFormOf(folded).folded).toBe(folded);
      expect(normalFormOf(text.normalize('NFD')).folded).toBe(folded);
      expect(folded).toMatch(/^ (\S+ )*$/u);
    }),
  );
});

test('[F4] the way back leads to letters that fold to what was found', () => {
  fc.assert(
    fc.property(anything, (given) => {
      const text = given.normalize('NFC');
      const { folded, starts, ends } = positionsIn(text);
      expect(folded).toBe(normalFormOf(text).folded);
      expect(starts.length).toBe(folded.length);
      for (let at = 0; at < folded.length; at += 1) {
        if (folded[at] === ' ') continue;
        expect(foldText(text.slice(starts[at], ends[at]))).toContain(folded[at]);
      }
    }),
  );
});

test('[F2][F4] whatever stands on a page is found there, however it is asked for', () => {
  fc.assert(
    fc.property(page, fc.nat(), fc.integer({ min: 1, max: 4 }), fc.boolean(), (text, from, many, isBare) => {
      const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      fc.pre(words.length > 0);
      const start = from % words.length;
      const asked = words.slice(start, start + many).join(' ');
      const query = parseQuery(isBare ? foldText(asked) : asked);
      if (query === null) throw new Error('Nothing to look for.');
      const match = matchPage(normalFormOf(text), query);
      const marks = marksIn(text, query);
      expect(match?.rank).toBeLessThanOrEqual(1);
      if (!isBare) expect(match?.rank).toBe(0);
      expect(marks.length).toBe(match?.places);
      for (const [a, b] of marks) {
        expect(normalFormOf(text.slice(a, b)).folded).toBe(normalFormOf(asked).folded);
      }
    }),
  );
});

test('[F4] the marks of a piece mark the same letters as those of the page', () => {
  fc.assert(
    fc.property(page, word, (text, asked) => {
      const query = parseQuery(asked);
      if (query === null) throw new Error('Nothing to look for.');
      const piece = snippetOf(text, marksIn(text, query));
      for (const [a, b] of piece.marks) {
        expect(normalFormOf(piece.text.slice(a, b)).folded).toBe(normalFormOf(asked).folded);
      }
    }),
  );
});

test('[F1] a hundred thousand letters take no second, whatever they are', () => {
  const long = 'a'.repeat(100_000);
  const spaced = 'a '.repeat(50_000);
  const query = parseQuery(`${'a'.repeat(199)}b`);
  const words = parseQuery('a '.repeat(100));
  if (query === null || words === null) throw new Error('Nothing to look for.');
  const startedAt = performance.now();
  for (const text of [long, spaced, '\u0301'.repeat(100_000), '/'.repeat(100_000)]) {
    for (const each of [query, words]) {
      matchPage(normalFormOf(text), each);
      snippetOf(text, marksIn(text, each));
    }
  }
  expect(performance.now() - startedAt).toBeLessThan(4_000);
});
