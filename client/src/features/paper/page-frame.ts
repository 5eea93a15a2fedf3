import type { PageViewport, PDFPageProxy } from './pdf-engine.ts';

/** A page that is drawn, for what is laid over it (notes, highlights). */
export interface PageFrame {
  /** From 1. */
  readonly page: number;
  /** CSS pixels, as the page stands on the screen: turned and zoomed. */
  readonly width: number;
  readonly height: number;
  /**
   * Between the page's own space (points, y upwards) and CSS pixels from the page's upper left corner, the reader's
   * rotation included: draw under `matrix(viewport.transform)`, read a pointer with `convertToPdfPoint`.
   */
  readonly viewport: PageViewport;
  readonly proxy: PDFPageProxy;
}

/** A place in a paper that is the same on every screen. */
export interface PaperPlace {
  /** From 1. */
  readonly page: number;
  /** Height of the screen's upper edge on that page, in points, y upwards; null where the page is not drawn yet. */
  readonly yPdf: number | null;
}

/** What others may ask of an open paper; null in its ref while the paper is loading. */
export interface ReaderHandle {
  /** `page` from 1; `yPdf`: that height of the page comes to the upper edge. */
  goTo(page: number, yPdf?: number): void;
  readonly page: number;
  readonly pages: number;
  /** Where the reader is now, measured when asked. */
  place(): PaperPlace;
  /** Hears every move, at most once a frame; returns its end. */
  subscribe(listener: (place: PaperPlace) => void): () => void;
}
