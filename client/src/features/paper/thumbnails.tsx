import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReaderHandle } from './page-frame.ts';
import type { PDFDocumentProxy } from './pdf-engine.ts';
import type { Rotation } from './rotation.ts';
import { Thumbnail } from './thumbnail.tsx';
import { gridOf, spotOf, thumbnailsToDraw, thumbnailsToShow } from './thumbnail-layout.ts';
import styles from './thumbnails.module.css';

interface ThumbnailsProps {
  readonly pdf: PDFDocumentProxy;
  readonly handle: ReaderHandle;
  readonly rotation: Rotation;
  /** Height by width of the pages. */
  readonly ratio: number;
  /** The page read now, from 1. */
  readonly page: number;
  /** Pages (from 1) with notes of the reader's own. */
  readonly marked: ReadonlySet<number>;
  readonly nameOf: (page: number) => ReactNode;
  readonly onChosen: () => void;
}

/** All pages as small pictures; a press goes there. Only those near the view exist. */
export function Thumbnails(props: ThumbnailsProps) {
  const { pdf, handle, rotation, ratio, page, marked, nameOf, onChosen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ width: 0, height: 0, top: 0 });
  const count = pdf.numPages;
  const grid = useMemo(() => gridOf(count, view.width, ratio), [count, view.width, ratio]);
  const measure = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    setView({ width: element.clientWidth, height: element.clientHeight, top: element.scrollTop });
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [measure]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || element.clientHeight === 0) return;
    const { top } = spotOf(grid, view.width, page - 1);
    const isSeen =
      top >= element.scrollTop && top + grid.rowHeight <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTop = top - element.clientHeight / 2 + grid.rowHeight / 2;
  }, [page, grid, view.width]);
  const shown = thumbnailsToShow(grid, count, view.top, view.height);
  const drawn = thumbnailsToDraw(grid, shown, view.top, view.height);
  return (
    <div ref={scroller} className={styles.scroller} onScroll={measure} data-testid="thumbnails">
      <div className={styles.stack} style={{ height: grid.height }}>
        {view.width > 0 &&
          shown.map((index) => (
            <div key={index} className={styles.spot} style={spotOf(grid, view.width, index)}>
              <Thumbnail
                {...{ pdf, rotation }}
                index={index}
                width={grid.width}
                ratio={ratio}
                name={nameOf(index + 1)}
                isDrawn={drawn.has(index)}
                isCurrent={page === index + 1}
                isMarked={marked.has(index + 1)}
                onPress={() => {
                  handle.goTo(index + 1);
                  onChosen();
                }}
              />
            </div>
          ))}
      </div>
    </div>
  );
}
