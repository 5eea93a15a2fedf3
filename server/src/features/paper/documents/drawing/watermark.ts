import type { PDFRef } from 'pdf-lib';
import type { Typeface } from './letters.ts';
import { cm, fillColour, num, shownText } from './operators.ts';
import type { PageLayer } from './page-layer.ts';
import type { PageSpace } from './page-space.ts';

const GREY = [0.35, 0.38, 0.45] as const;
const LARGEST = 20;
const SMALLEST = 5;
/** Small print at the lower edge: below where page numbers stand, above what printers cut off. */
export const EDGE = 12;
const SMALL_PRINT = 6.5;

/**
 * For whom and when a copy was made, over the whole page: three lines along the diagonal, light enough to read
 * through, and once in small print at the lower edge. Pages of one size share one piece of content.
 */
export class Watermark {
  readonly #layer: PageLayer;
  readonly #typeface: Typeface;
  readonly #text: string;
  readonly #made = new Map<string, PDFRef>();

  /** `text`: name, unit and time of the reader. */
  constructor(layer: PageLayer, typeface: Typeface, text: string) {
    this.#layer = layer;
    this.#typeface = typeface;
    this.#text = text;
  }

  over(space: PageSpace): PDFRef {
    const key = [space.rotation, ...space.box].join(' ');
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const ref = this.#layer.stream(this.#operators(space));
    this.#made.set(key, ref);
    return ref;
  }

  #operators(space: PageSpace): string {
    const { names } = this.#layer;
    const letters = this.#typeface.regular;
    const { width, height, toUser } = space;
    const angle = Math.atan2(height, width);
    const diagonal = Math.hypot(width, height);
    const wide = letters.width(this.#text, 1);
    const size = Math.min(LARGEST, (diagonal * 0.5) / wide);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const half = (wide * size) / 2;
    const lines = [-0.26, 0, 0.26].map((part) => {
      const [x, y] = [width / 2 - part * width * 0.9, height / 2 + part * height * 0.9];
      const start = [x - half * cos, y - half * sin] as const;
      const matrix = [cos, sin, -sin, cos, ...start] as const;
      return `q ${cm(matrix)} ${shownText({ letters, font: names.font.regular, size }, this.#text, 0, 0)} Q`;
    });
    const small = Math.max(SMALLEST, Math.min(SMALL_PRINT, (width * 0.55) / wide));
    const print = shownText({ letters, font: names.font.regular, size: small }, this.#text, EDGE * 1.5, EDGE);
    return [
      'q',
      cm(toUser),
      // Programs that read a page aloud leave an artifact out.
      `/Artifact BMC q /${names.faint} gs ${fillColour(GREY)}`,
      ...lines,
      'Q EMC',
      `${num(0.45)} g ${print}`,
      'Q\n',
    ].join('\n');
  }
}
