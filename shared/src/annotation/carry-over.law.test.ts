import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePages, type PageWords } from '#paper';
import type { AnnotationBody, UserSpaceRect } from './annotation.ts';
import { carryOver, versionPair } from './carry-over.ts';
import type { CarriedNote } from './placing.ts';

/** A page of lines of equal height, from the top, with its printed number at the foot. */
const page = (number: number, texts: readonly string[], top = 760): PageWords => ({
  page: number,
  lines: [...texts, `- ${number} -`].map((text, index) => {
    const bottom = top - index * 18;
    return { text, box: [72, bottom, 72 + text.length * 6, bottom + 12] };
  }),
  picture: null,
});
const document = (pages: ReadonlyArray<readonly string[]>) =>
  pages.map((texts, index) => page(index + 1, texts));
const pairOf = (older: readonly PageWords[], newer: readonly PageWords[]) =>
  versionPair(older, newer, comparePages(older, newer));

const pen = { colour: 'blue', width: 2 } as const;
/** A highlight over words of one line, as the client makes it. */
function highlight(on: PageWords, index: number, from: number, until: number): CarriedNote {
  const all = on.lines.map(({ text }) => text);
  const text = all[index] ?? '';
  const [left, bottom, , top] = on.lines[index]?.box ?? [0, 0, 0, 0];
  const anchor = {
    quote: text.slice(from, until),
    before: [...all.slice(0, index), text.slice(0, from)].join(' ').slice(-64),
    after: [text.slice(until), ...all.slice(index + 1)].join(' ').slice(0, 64),
  };
  const box: UserSpaceRect = [left + from * 6, bottom, left + until * 6, top];
  return { page: on.page, type: 'highlight', body: { ...pen, boxes: [box], anchor } };
}
/** A stroke across the middle of a line. */
function stroke(on: PageWords, index: number): CarriedNote {
  const [left, bottom] = on.lines[index]?.box ?? [0, 0];
  const points = [0, 20, 40].map((x) => [left + x, bottom + 6, 0.5] as [number, number, number]);
  return { page: on.page, type: 'ink', body: { ...pen, points } };
}
const bookmark = (on: PageWords): CarriedNote => ({ page: on.page, type: 'bookmark', body: pen });
const geometry = ({ boxes, points, rect }: AnnotationBody) => ({ boxes, points, rect });

const word = fc.stringMatching(/^[a-zăâđêôơưàếộ]{4,9}$/);
const sentence = fc.array(word, { minLength: 4, maxLength: 8 }).map((words) => words.join(' '));
/** Pages of lines, no line twice. */
const documents = fc
  .uniqueArray(sentence, { minLength: 12, maxLength: 30 })
  .map((lines) =>
    Array.from({ length: Math.floor(lines.length / 3) }, (_, i) => lines.slice(i * 3, i * 3 + 3)),
  );
const marks = fc.array(
  fc.record({ page: fc.nat(), line: fc.nat(2), kind: fc.constantFrom('highlight', 'ink', 'bookmark') }),
  { minLength: 1, maxLength: 8 },
);
type Mark = { readonly page: number; readonly line: number; readonly kind: string };

const notesOn = (pages: readonly PageWords[], given: readonly Mark[]): CarriedNote[] =>
  given.flatMap(({ page: at, line, kind }) => {
    const on = pages[at % pages.length];
    if (on === undefined) return [];
    if (kind === 'bookmark') return [bookmark(on)];
    return [kind === 'ink' ? stroke(on, line) : highlight(on, line, 3, 20)];
  });

describe('[N8] laws of carrying over', () => {
  test('every note has one outcome, whatever the versions, and the same one each time', () => {
    fc.assert(
      fc.property(documents, documents, marks, (old, now, given) => {
        const [older, newer] = [document(old), document(now)];
        for (const note of notesOn(older, given)) {
          const carried = carryOver(note, pairOf(older, newer));
          expect(['carried', 'moved', 'tray']).toContain(carried.placement);
          expect(carried.body.placement).toBe(carried.placement);
          expect(carryOver(note, pairOf(older, newer))).toEqual(carried);
          if (carried.placement === 'tray') {
            expect([carried.page, geometry(carried.body)]).toEqual([note.page, geometry(note.body)]);
          } else expect(newer.some(({ page: number }) => number === carried.page)).toBe(true);
        }
      }),
    );
  });

  test('between identical files everything stays where it is, and carrying on changes nothing more', () => {
    fc.assert(
      fc.property(documents, marks, (pages, given) => {
        const file = document(pages);
        const pair = pairOf(file, file);
        for (const note of notesOn(file, given)) {
          const carried = carryOver(note, pair);
          expect(carried).toEqual({
            ...note,
            body: { ...note.body, placement: 'carried' },
            placement: 'carried',
          });
          expect(carryOver(carried, pair)).toEqual(carried);
        }
      }),
    );
  });

  test('inserted pages move nothing but page numbers', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        marks,
        (all, isNew, given) => {
          const kept = all.flatMap((_, index) => (isNew[index] ? [] : [index]));
          if (kept.length === 0) return;
          const [older, newer] = [document(kept.map((index) => all[index] ?? [])), document(all)];
          for (const note of notesOn(older, given)) {
            const carried = carryOver(note, pairOf(older, newer));
            expect(carried.placement).toBe('carried');
            expect(carried.page).toBe((kept[note.page - 1] ?? 0) + 1);
            expect(geometry(carried.body)).toEqual(geometry(note.body));
          }
        },
      ),
    );
  });

  test('a page that is gone sends exactly its notes to the tray', () => {
    fc.assert(
      fc.property(documents, fc.nat(), marks, (pages, at, given) => {
        const gone = at % pages.length;
        const [older, newer] = [document(pages), document(pages.filter((_, index) => index !== gone))];
        for (const note of notesOn(older, given)) {
          const { placement } = carryOver(note, pairOf(older, newer));
          expect(placement).toBe(note.page === gone + 1 ? 'tray' : 'carried');
        }
      }),
    );
  });

  test('words that went to another page take their note with them: moved, unless that page answers to theirs', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(2), (pages, at, line) => {
        const from = at % pages.length;
        const words = pages[from]?.[line] ?? '';
        const without = pages.map((texts, index) =>
          index === from ? texts.filter((_, i) => i !== line) : texts,
        );
        const [older, newer] = [
          document(pages),
          document([...without, ['Phụ lục kèm theo tờ trình', words]]),
        ];
        const on = older[from];
        if (on === undefined) return;
        const carried = carryOver(highlight(on, line, 3, 20), pairOf(older, newer));
        // [P11] Of a page that is taken apart the longer part answers to it, also where that is the one that went.
        const { pages: compared } = comparePages(older, newer);
        const isAnswer = compared.some(({ page, from: was }) => page === newer.length && was === on.page);
        expect([carried.placement, carried.page]).toEqual([isAnswer ? 'carried' : 'moved', newer.length]);
        const [box] = carried.body.boxes ?? [];
        const target = newer.at(-1)?.lines[1]?.box ?? [0, 0, 0, 0];
        expect(box?.[0]).toBeCloseTo(target[0] + 18, 0);
        expect(box?.slice(1)).toEqual([target[1], expect.closeTo(target[0] + 120, 0), target[3]]);
      }),
    );
  });

  test('a line pushed down on its page takes highlight and ink down with it', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(2), sentence, (pages, at, line, added) => {
        const index = at % pages.length;
        const changed = pages.map((texts, i) => (i === index ? [added, ...texts] : texts));
        const [older, newer] = [document(pages), document(changed)];
        const on = older[index];
        if (on === undefined || pages.flat().includes(added)) return;
        for (const note of [highlight(on, line, 3, 20), stroke(on, line)]) {
          const carried = carryOver(note, pairOf(older, newer));
          expect([carried.placement, carried.page]).toEqual(['carried', index + 1]);
          const shifted = (y: number) => expect.closeTo(y - 18, 1);
          expect(carried.body.boxes?.[0]?.[1]).toEqual(
            note.body.boxes && shifted(note.body.boxes[0]?.[1] ?? 0),
          );
          expect(carried.body.points?.[0]?.[1]).toEqual(
            note.body.points && shifted(note.body.points[0]?.[1] ?? 0),
          );
        }
      }),
    );
  });
});

describe('[N8] one by one', () => {
  const older = document([
    ['Điều 1. Tổng vốn 7.415 tỷ đồng', 'phân bổ cho 15 huyện', 'theo phụ lục'],
    ['Điều 2. Giao Sở Tài chính', 'chủ trì thực hiện', 'báo cáo hằng quý'],
  ]);
  const changed = document([
    ['Điều 1. Tổng vốn 7.515 tỷ đồng', 'phân bổ cho 15 huyện', 'theo phụ lục'],
    ['Điều 2. Giao Sở Tài chính', 'chủ trì thực hiện', 'báo cáo hằng quý'],
  ]);
  const [first] = older as [PageWords];

  test('words that were changed put their note into the tray, their neighbours stay', () => {
    const pair = pairOf(older, changed);
    expect(carryOver(highlight(first, 0, 8, 30), pair).placement).toBe('tray');
    expect(carryOver(stroke(first, 0), pair).placement).toBe('tray');
    expect(carryOver(highlight(first, 1, 0, 20), pair).placement).toBe('carried');
    expect(carryOver(stroke(first, 2), pair).placement).toBe('carried');
  });

  test('of a page that was taken apart the notes on the longer part are carried, those on the shorter one moved', () => {
    const long = 'Điều 2. Giao Sở Tài chính chủ trì, phối hợp với Sở Kế hoạch và Đầu tư tổ chức thực hiện';
    const short = 'báo cáo hằng quý về Ủy ban';
    const whole = document([['Căn cứ Luật Đầu tư công'], [short, long]]);
    const on = whole[1];
    if (on === undefined) throw new Error('No such page.');
    const outcomes = (stays: string, goes: string) => {
      const apart = document([['Căn cứ Luật Đầu tư công'], [stays], ['Phụ lục', goes]]);
      return [0, 1].map((line) => {
        const { placement, page: number } = carryOver(highlight(on, line, 0, 20), pairOf(whole, apart));
        return [placement, number];
      });
    };
    expect(outcomes(long, short)).toEqual([
      ['moved', 3],
      ['carried', 2],
    ]);
    expect(outcomes(short, long)).toEqual([
      ['moved', 2],
      ['carried', 3],
    ]);
  });

  test('what waits in the tray goes on waiting', () => {
    const note = highlight(first, 1, 0, 20);
    const waiting = { ...note, body: { ...note.body, placement: 'tray' as const } };
    expect(carryOver(waiting, pairOf(older, older)).placement).toBe('tray');
  });

  test('a note on a scan stays while its picture is the same', () => {
    const scan = (number: number, picture: string | null): PageWords => ({
      page: number,
      lines: [],
      picture,
    });
    const note: CarriedNote = { page: 1, type: 'ink', body: { ...pen, points: [[100, 100, 0.5]] } };
    expect(carryOver(note, pairOf([scan(1, 'a')], [scan(1, 'n'), scan(2, 'a')]))).toMatchObject({
      placement: 'carried',
      page: 2,
    });
    expect(carryOver(note, pairOf([scan(1, 'a')], [scan(1, 'b')])).placement).toBe('tray');
    expect(carryOver(note, pairOf([scan(1, null)], [scan(1, null)])).placement).toBe('tray');
  });

  test('a page that was moved whole takes its notes along as moved', () => {
    const [a = [], b = [], c = []] = [
      ['một hai ba bốn năm'],
      ['sáu bảy tám chín mười'],
      ['xuân hạ thu đông về'],
    ];
    const [old, now] = [document([a, b, c]), document([c, a, b])];
    const on = old[2];
    if (on === undefined) throw new Error('No such page.');
    for (const note of [stroke(on, 0), bookmark(on), highlight(on, 0, 0, 8)])
      expect(carryOver(note, pairOf(old, now))).toMatchObject({ placement: 'moved', page: 1 });
  });
});
