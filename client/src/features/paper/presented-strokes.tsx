import { PRESENTED_PEN, pathOf, strokeOutline } from '@hopso/shared/annotation';
import type { PresentedStroke } from '@hopso/shared/protocol';
import { memo } from 'react';
import styles from './presented-strokes.module.css';

interface PresentedStrokesProps {
  readonly strokes: readonly PresentedStroke[];
  /** From the page's own points to CSS pixels from its upper left corner. */
  readonly transform: readonly number[];
}

/** What a presenter drew on one page for everybody, as it stands over the page. */
export function PresentedStrokes({ strokes, transform }: PresentedStrokesProps) {
  return (
    <svg
      className={styles.strokes}
      aria-hidden="true"
      data-testid="presented-strokes"
      data-strokes={strokes.length}
    >
      <g transform={`matrix(${transform.join(' ')})`}>
        {strokes.map((stroke) => (
          <Stroke key={stroke.id} points={stroke.points} isPressureMeasured={stroke.isPressureMeasured} />
        ))}
      </g>
    </svg>
  );
}

const Stroke = memo(function Stroke({
  points,
  isPressureMeasured,
}: Pick<PresentedStroke, 'points' | 'isPressureMeasured'>) {
  const outline = strokeOutline(points, PRESENTED_PEN.width, isPressureMeasured, 'ink');
  return <path d={pathOf(outline)} />;
});
