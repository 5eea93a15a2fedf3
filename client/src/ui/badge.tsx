import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classes } from './classes.ts';

export type Tone = 'neutral' | 'info' | 'good' | 'notice' | 'danger';

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** A short state in words, with colour as a second signal only. */
export function Badge({ tone = 'neutral', icon, children, testId }: BadgeProps) {
  return (
    <span className={classes(styles.badge, styles[tone])} data-testid={testId}>
      {icon}
      {children}
    </span>
  );
}
