import type { PageViewport, PDFPageProxy, RenderTask } from './pdf-engine.ts';
import { naturalSize, type Rotation, viewportOf } from './rotation.ts';

/** A page that is being drawn, or is drawn. */
export interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly task: RenderTask;
}

/** Above this a page is drawn coarser: canvases of a tablet share a small, fixed amount of memory. */
const mostPixels = 6_000_000;

/** What was begun before its place on the screen was known. */
const ahead = new WeakMap<PDFPageProxy, Picture>();
/** How wide the last picture stood: the next paper's pages are most likely as wide. */
let lastWidth = 0;

/**
 * Begins to draw a page of a paper that has just come, while the reader around it is still being laid out: the worker
 * would be waiting for it. At another size than it turns out to have, only the page's parsed contents are of use.
 */
export function drawAhead(proxy: PDFPageProxy, rotation: Rotation): void {
  if (lastWidth === 0) return;
  const scale = lastWidth / naturalSize(proxy, rotation).width;
  const picture = begin(proxy, viewportOf(proxy, rotation, scale));
  ahead.set(proxy, picture);
  picture.task.promise.catch(() => {
    picture.canvas.width = 0;
  });
}

/** Draws a page; takes over what was begun ahead where that has the same size. */
export function drawPicture(proxy: PDFPageProxy, viewport: PageViewport): Picture {
  lastWidth = viewport.width;
  const begun = ahead.get(proxy);
  ahead.delete(proxy);
  const size = sizeOf(viewport);
  if (begun?.canvas.width === size.width && begun.canvas.height === size.height) return begun;
  const picture = begin(proxy, viewport);
  // After the new one has begun, so that what is parsed of the page stays.
  begun?.task.cancel();
  return picture;
}

function begin(proxy: PDFPageProxy, viewport: PageViewport): Picture {
  const canvas = document.createElement('canvas');
  const { width, height, density } = sizeOf(viewport);
  canvas.width = width;
  canvas.height = height;
  const transform = density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] };
  return { canvas, task: proxy.render({ canvas, viewport, ...transform }) };
}

function sizeOf({ width, height }: PageViewport) {
  const density = Math.min(window.devicePixelRatio, 2, Math.sqrt(mostPixels / (width * height)));
  return { width: Math.floor(width * density), height: Math.floor(height * density), density };
}
