import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './pill.module.css';

interface PillProps {
  readonly dot?: 'good' | 'notice' | 'danger' | 'idle';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Where the surrounding bar is narrow only the icon or dot stays; the words remain for screen readers. */
  readonly compact?: boolean;
  readonly onClick?: () => void;
  readonly testId?: string;
}

/** A state shown on the header: a dot or an icon, and words. With `onClick` it is a button. */
export function Pill({ dot, icon, children, compact, onClick, testId }: PillProps) {
  const content = (
    <>
      {dot && <span className={classes(styles.dot, styles[dot])} aria-hidden="true" />}
      {icon}
      <span className={classes(styles.text, compact && styles.compact)}>{children}</span>
    </>
  );
  if (onClick) {
    return (
      <button
        type="button"
        className={classes(styles.pill, styles.button)}
        onClick={onClick}
        data-testid={testId}
      >
        {content}
      </button>
    );
  }
  return (
    <span className={styles.pill} data-testid={testId}>
      {content}
    </span>
  );
}
