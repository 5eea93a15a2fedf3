import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspect } from './inspect.ts';
import { deflated, lockedPdf, objectStream, paperPdf, pdfOf, stream } from './pdf-samples.test-support.ts';

const refusal = async (pdf: Buffer) => {
  const outcome = inspect(pdf).then(
    () => null,
    (cause: unknown) => cause,
  );
  return (await outcome) as { code: string; params?: unknown } | null;
};

describe('taken', () => {
  test.each([
    ['a plain paper', paperPdf()],
    ['a scan', paperPdf({ text: null })],
    ['opening at a page', paperPdf({ catalogue: '/OpenAction[6 0 R/XYZ null null 0]' })],
    ['links', paperPdf({ page: '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://a.vn)>>>>]' })],
    ['the word in its text', paperPdf({ content: stream('BT (/JavaScript /Launch obj) Tj ET') })],
    ['the word in a title', paperPdf({ more: ['<</Title(/S/JavaScript \\) /Launch)>>'] })],
    ['objects in streams', paperPdf({ more: [objectStream([[90, '<</A/B>>']])] })],
    ['data after the end', Buffer.concat([paperPdf(), Buffer.alloc(100)])],
    ['a big picture', paperPdf({ more: [picture(80_000_000, 10_000, 8_000)] })],
    ['packed as in the nineties', paperPdf({ more: [stream('a'.repeat(99), '/Filter[/A85/LZW]')] })],
  ])('%s', async (_name, pdf) => {
    expect(await refusal(pdf)).toBeNull();
  });
});

const actions = {
  javascript: '<</S/JavaScript/JS(app.alert(1))>>',
  launch: '<</S/Launch/F(cmd.exe)>>',
  'embedded-file': '<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>',
  'rich-media': '<</Subtype/RichMedia>>',
  xfa: '<</Fields[]/XFA 7 0 R>>',
};

describe('active content', () => {
  const found = (pdf: Buffer) => refusal(pdf).then((cause) => [cause?.code, cause?.params]);

  test.each(Object.entries(actions))('%s', async (kind, object) => {
    const expected = ['paper/active-content', { kinds: [kind] }];
    expect(await found(paperPdf({ more: [object] }))).toEqual(expected);
    expect(await found(paperPdf({ catalogue: `/OpenAction ${object}` }))).toEqual(expected);
    expect(await found(paperPdf({ page: `/Annots[<</A ${object}>>]` }))).toEqual(expected);
    expect(
      await found(
        paperPdf({
          more: [
            objectStream([
              [90, '<<>>'],
              [91, object],
            ]),
          ],
        }),
      ),
    ).toEqual(expected);
  });

  test.each([
    ['written with escapes', '<</#53/#4aavaScript/JS(x)>>'],
    ['named through a reference', '/JavaScript'],
    ['after a comment', '%)\n<</S%x\n/JavaScript>>'],
    ['in an object that only lenient readers read', '<</S/Java#53cript 5 (x) >>'],
    ['nested beyond measure', `${'['.repeat(500)}<</S/JavaScript>>`],
  ])('JavaScript %s', async (_name, object) => {
    expect(await found(paperPdf({ more: [object] }))).toEqual([
      'paper/active-content',
      { kinds: ['javascript'] },
    ]);
  });

  test('what a later version of the same object hides', async () => {
    const pdf = paperPdf({ more: [actions.launch] }).toString('latin1');
    const update = Buffer.from(`${pdf}6 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF`, 'latin1');
    expect(await found(update)).toEqual(['paper/active-content', { kinds: ['launch'] }]);
  });

  test('what lies inside the data of another object', async () => {
    const pdf = paperPdf({ more: [stream(`9 0 obj ${actions.launch} endobj`)] });
    expect(await found(pdf)).toEqual(['paper/active-content', { kinds: ['launch'] }]);
  });
});

function picture(bytes: number, width: number, height: number): Buffer {
  return deflated(Buffer.alloc(bytes), `/Subtype/Image/Width ${width}/Height ${height}`);
}

const twice = (bytes: number) => deflateSync(deflateSync(Buffer.alloc(bytes)));

describe('refused', () => {
  const many = 80 * 1024 * 1024;
  test.each([
    ['paper/not-pdf', 'a page of the web before it', Buffer.concat([Buffer.from('<html>'), paperPdf()])],
    ['paper/not-pdf', 'another kind of file', Buffer.from('PK\x03\x04')],
    ['paper/broken', 'a copy that broke off', paperPdf({ pages: 40 }).subarray(0, 4000)],
    ['paper/broken', 'objects that cannot be unpacked', paperPdf({ more: [sealed('/Filter/FlateDecode')] })],
    ['paper/broken', 'objects packed oddly', paperPdf({ more: [sealed('/Filter/LZWDecode')] })],
    ['paper/encrypted', 'a lock', lockedPdf()],
    ['paper/encrypted', 'a lock named in an index stream', pdfOf([stream('', '/Type/XRef/Encrypt 2 0 R')])],
    ['paper/too-complex', 'instructions without end', paperPdf({ content: deflated(Buffer.alloc(many)) })],
    ['paper/too-complex', 'packed twice', paperPdf({ more: [stream(twice(many), '/Filter[/Fl/Fl]')] })],
    [
      'paper/too-complex',
      'packed twice, said elsewhere',
      paperPdf({ more: ['[/FlateDecode/FlateDecode]', stream(twice(many), '/Filter 6 0 R')] }),
    ],
    [
      'paper/too-complex',
      'packed in two ways',
      paperPdf({
        more: [stream(runs(deflateSync(Buffer.alloc(many))), '/Filter[/RunLengthDecode/FlateDecode]')],
      }),
    ],
    [
      'paper/too-complex',
      'objects without end',
      paperPdf({ more: [deflated(Buffer.alloc(many), '/N 1/First 4')] }),
    ],
    ['paper/too-complex', 'a picture larger than it says', paperPdf({ more: [picture(many, 1, 1)] })],
    ['paper/too-complex', 'a picture no screen holds', paperPdf({ more: [picture(1, 65_000, 65_000)] })],
  ])('%s: %s', async (code, _name, pdf) => {
    expect((await refusal(pdf))?.code).toBe(code);
  });

  test('many streams that are each just small enough', async () => {
    const one = deflated(Buffer.alloc(60 * 1024 * 1024));
    const pdf = paperPdf({ more: Array.from({ length: 18 }, () => one) });
    expect((await refusal(pdf))?.code).toBe('paper/too-complex');
  });
});

const sealed = (filter: string) => stream('no such data', `/Type/ObjStm/N 1/First 4${filter}`);

/** Run-length coding without any runs. */
function runs(data: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < data.length; at += 128) {
    const piece = data.subarray(at, at + 128);
    pieces.push(Buffer.from([piece.length - 1]), piece);
  }
  return Buffer.concat([...pieces, Buffer.from([128])]);
}
