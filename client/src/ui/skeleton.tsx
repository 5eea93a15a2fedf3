import { useEffect, useState } from 'react';
import { FailurePanel } from './failure-panel.tsx';
import styles from './skeleton.module.css';
import { useUiTexts } from './ui-texts.ts';

interface SkeletonProps {
  readonly rows?: number;
  /** Offered with the cause after ten seconds. */
  readonly onRetry?: () => void;
}

type Stage = 'quiet' | 'shape' | 'words' | 'slow';

/** Nothing for 200 ms, then grey shapes, words after 2 s, a way out after 10 s. */
export function Skeleton({ rows = 3, onRetry }: SkeletonProps) {
  const texts = useUiTexts();
  const stage = useStage();
  if (stage === 'quiet') return null;
  if (stage === 'slow' && onRetry) {
    return <FailurePanel title={texts.slow} action={{ label: texts.retry, onClick: onRetry }} />;
  }
  return (
    <div className={styles.skeleton} role="status" aria-busy="true">
      <span className={stage === 'shape' ? 'visually-hidden' : undefined}>{texts.loading}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <span key={row} className={styles.bar} aria-hidden="true" />
      ))}
    </div>
  );
}

function useStage(): Stage {
  const [stage, setStage] = useState<Stage>('quiet');
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('shape'), 200),
      setTimeout(() => setStage('words'), 2_000),
      setTimeout(() => setStage('slow'), 10_000),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  return stage;
}
