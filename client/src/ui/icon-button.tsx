import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './icon-button.module.css';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'children'> {
  /** What the button does; read aloud and shown as a hint. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onHeader?: boolean;
  readonly testId?: string;
}

/** For acts whose picture everybody knows (back, close, next page). Anything else is a Button with words. */
export function IconButton({ label, icon, onHeader, testId, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(styles.button, onHeader && styles.onHeader)}
      aria-label={label}
      title={label}
      data-testid={testId}
    >
      {icon}
    </button>
  );
}
