/** What a reader of a made document finds in it, by the engine that the tablets use. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface FoundText {
  readonly text: string;
  /** Where it is shown, in points from the upper left corner of the page as it is shown. */
  readonly x: number;
  readonly y: number;
  /** Of its baseline as shown, in degrees; 0 reads upright. */
  readonly angle: number;
}

export interface FoundDocument {
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly texts: readonly FoundText[];
  }[];
  /** All words of each page. */
  readonly words: readonly string[];
  readonly outline: readonly {
    readonly title: string;
    readonly below: readonly string[];
    readonly page: number | null;
  }[];
  readonly labels: readonly string[] | null;
  readonly metadata: string;
  /** What viewers are told to allow; null: everything. */
  readonly permissions: ReadonlySet<number> | null;
}

interface Bookmark {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly Bookmark[];
}

export async function readBack(bytes: Uint8Array): Promise<FoundDocument> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
  });
  const pdf = await loading.promise;
  try {
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [a = 0, b = 0, , , e = 0, f = 0] = item.transform as number[];
        const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f) as number[];
        const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(e + a, f + b) as number[];
        const angle = (Math.atan2(y - y2, x2 - x) * 180) / Math.PI;
        return [{ text: item.str, x, y, angle: Math.round(angle * 10) / 10 + 0 }];
      });
      pages.push({ width: viewport.width, height: viewport.height, texts });
    }
    const pageOf = async ({ dest }: Bookmark) =>
      Array.isArray(dest) ? (await pdf.getPageIndex(dest[0] as never)) + 1 : null;
    const bookmarks = ((await pdf.getOutline()) ?? []) as readonly Bookmark[];
    const outline = await Promise.all(
      bookmarks.map(async (mark) => ({
        title: mark.title,
        below: mark.items.map(({ title }) => title),
        page: await pageOf(mark),
      })),
    );
    return {
      pages,
      words: pages.map(({ texts }) => texts.map(({ text }) => text).join('\n')),
      outline,
      labels: await pdf.getPageLabels(),
      metadata: JSON.stringify(await pdf.getMetadata()),
      permissions: await pdf.getPermissions(),
    };
  } finally {
    await loading.destroy();
  }
}
