import { PDFArray, PDFName, PDFNumber, type PDFPage } from 'pdf-lib';

/** `[a b c d e f]` as the operator `cm` takes it. */
export type Matrix = readonly [number, number, number, number, number, number];
/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

/** A page as it is shown: turned by its /Rotate and cut to its CropBox. */
export interface PageSpace {
  /** What is shown, in user space. */
  readonly box: Box;
  /** Clockwise. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** As shown, in points. */
  readonly width: number;
  readonly height: number;
  /** From the page as shown (origin at its lower left corner, y upwards) to user space. */
  readonly toUser: Matrix;
}

const A4: Box = [0, 0, 595.28, 841.89];

/** Reads the page's boxes and rotation, inherited ones too; what is missing or makes no sense counts as A4, upright. */
export function pageSpaceOf(page: PDFPage): PageSpace {
  const media = boxOf(page, 'MediaBox') ?? A4;
  const crop = boxOf(page, 'CropBox');
  const shared = crop === null ? media : intersection(media, crop);
  const box = isArea(shared) ? shared : media;
  const [left, bottom, right, top] = box;
  const rotation = rotationOf(page);
  const isTurned = rotation === 90 || rotation === 270;
  const [width, height] = isTurned ? [top - bottom, right - left] : [right - left, top - bottom];
  const matrices = {
    0: [1, 0, 0, 1, left, bottom],
    90: [0, 1, -1, 0, right, bottom],
    180: [-1, 0, 0, -1, right, top],
    270: [0, -1, 1, 0, left, top],
  } as const;
  return { box, rotation, width, height, toUser: matrices[rotation] };
}

/** A point of user space where it is shown. */
export function shownPoint({ box, rotation }: PageSpace, x: number, y: number): [number, number] {
  const [left, bottom, right, top] = box;
  if (rotation === 90) return [y - bottom, right - x];
  if (rotation === 180) return [right - x, top - y];
  if (rotation === 270) return [top - y, x - left];
  return [x - left, y - bottom];
}

/** A box of user space where it is shown. */
export function shownBox(space: PageSpace, [left, bottom, right, top]: Box): Box {
  const [x1, y1] = shownPoint(space, left, bottom);
  const [x2, y2] = shownPoint(space, right, top);
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function rotationOf(page: PDFPage): PageSpace['rotation'] {
  const value = page.doc.context.lookup(page.node.getInheritableAttribute(PDFName.of('Rotate')));
  const degrees = value instanceof PDFNumber ? ((value.asNumber() % 360) + 360) % 360 : 0;
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0;
}

function boxOf(page: PDFPage, name: string): Box | null {
  const { context } = page.doc;
  const array = context.lookup(page.node.getInheritableAttribute(PDFName.of(name)));
  if (!(array instanceof PDFArray) || array.size() < 4) return null;
  const [x1 = Number.NaN, y1 = Number.NaN, x2 = Number.NaN, y2 = Number.NaN] = [0, 1, 2, 3].map((index) => {
    const value = array.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
  });
  const box = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as const;
  return box.every(Number.isFinite) && isArea(box) ? box : null;
}

const intersection = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

const isArea = ([left, bottom, right, top]: Box): boolean => right - left > 1 && top - bottom > 1;
