import { marksIn, parseQuery } from '@hopso/shared/search';
import { useDeferredValue, useMemo } from 'react';
import { type PageFrame, usePaperText } from '#paper';
import styles from './found-marks.module.css';
import { markBoxes } from './mark-boxes.ts';

interface FoundMarksProps {
  readonly frame: PageFrame;
  readonly file: { readonly meeting: string; readonly paper: string; readonly version: number };
  readonly query: string;
}

/** What is looked for, marked on a page. */
export function FoundMarks({ frame, file, query }: FoundMarksProps) {
  const { data } = usePaperText(file);
  const settled = useDeferredValue(query);
  const words = data?.pages[frame.page - 1];
  const boxes = useMemo(() => {
    const parsed = parseQuery(settled);
    return parsed === null || words === undefined
      ? []
      : markBoxes(words, marksIn(words.text, parsed), widthInPrint);
  }, [words, settled]);
  if (boxes.length === 0) return null;
  return (
    <svg className={styles.layer} aria-hidden="true" data-testid="search-marks" data-count={boxes.length}>
      <g transform={`matrix(${frame.viewport.transform.join(' ')})`}>
        {boxes.map(([left, bottom, right, top]) => (
          <rect
            key={`${left} ${bottom}`}
            className={styles.mark}
            x={left - 1}
            y={bottom}
            width={right - left + 2}
            height={top - bottom}
          />
        ))}
      </g>
    </svg>
  );
}

/** Widths as in the letters of official documents; only their proportion to each other counts. */
const widthInPrint = (() => {
  let context: CanvasRenderingContext2D | null = null;
  return (text: string): number => {
    context ??= document.createElement('canvas').getContext('2d');
    if (context === null) return text.length;
    context.font = '16px "Times New Roman", "Liberation Serif", Tinos, serif';
    return context.measureText(text).width;
  };
})();
