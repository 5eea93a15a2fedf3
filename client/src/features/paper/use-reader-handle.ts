import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { PaperPlace, ReaderHandle } from './page-frame.ts';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-engine.ts';
import { isSideways, type Rotation, viewportOf } from './rotation.ts';
import type { Reader } from './use-reader.ts';

interface HandleSource {
  readonly pdf: PDFDocumentProxy;
  readonly reader: Reader;
  readonly rotation: Rotation;
  readonly loaded: ReadonlyMap<number, PDFPageProxy>;
}

/** Gives others an open paper to move and to watch; the handle stays the same while the paper is open. */
export function useReaderHandle(ref: Ref<ReaderHandle> | undefined, source: HandleSource): ReaderHandle {
  const now = useRef(source);
  now.current = source;
  const handle = useMemo(() => handleOf(now), []);
  useImperativeHandle(ref, () => handle, [handle]);
  return handle;
}

function handleOf(now: { readonly current: HandleSource }): ReaderHandle {
  function place(): PaperPlace {
    const { reader, loaded, rotation } = now.current;
    const { page, fraction } = reader.place();
    const proxy = loaded.get(page - 1);
    return { page, yPdf: proxy === undefined ? null : yOf(proxy, rotation, fraction) };
  }
  return {
    place,
    get page() {
      return now.current.reader.place().page;
    },
    get pages() {
      return now.current.reader.count;
    },
    goTo(page, yPdf) {
      const { pdf, reader } = now.current;
      if (yPdf === undefined) {
        reader.goTo(page);
        return;
      }
      pdf.getPage(Math.min(pdf.numPages, Math.max(1, page))).then(
        (proxy) => {
          const { rotation, reader: current } = now.current;
          current.goTo(page, fractionOf(proxy, rotation, yPdf));
        },
        () => reader.goTo(page),
      );
    },
    subscribe: (listener) => now.current.reader.onMove(() => listener(place())),
  };
}

/** On a page that lies on its side one height is no height of the page: null. */
function yOf(proxy: PDFPageProxy, rotation: Rotation, fraction: number): number | null {
  const viewport = viewportOf(proxy, rotation, 1);
  if (isSideways(viewport.rotation)) return null;
  const [, y] = viewport.convertToPdfPoint(0, fraction * viewport.height) as [number, number];
  return Math.round(y * 100) / 100;
}

/** How far down a page a height is, from 0 to 1. */
function fractionOf(proxy: PDFPageProxy, rotation: Rotation, yPdf: number): number {
  const viewport = viewportOf(proxy, rotation, 1);
  if (isSideways(viewport.rotation)) return 0;
  const [, y] = viewport.convertToViewportPoint(0, yPdf) as [number, number];
  return Math.min(1, Math.max(0, y / viewport.height));
}
