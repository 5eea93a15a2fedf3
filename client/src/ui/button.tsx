import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';

type ButtonTone = 'primary' | 'soft' | 'outline' | 'plain' | 'danger' | 'danger-outline' | 'on-header';

type ButtonSize = 'normal' | 'primary';

/** The looks of a button for a link that leads somewhere and should stand out like one. */
export function buttonClass(tone: ButtonTone = 'outline', size: ButtonSize = 'normal', wide = false): string {
  return classes(styles.button, styles[tone], size === 'primary' && styles.large, wide && styles.wide);
}

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className'> {
  readonly tone?: ButtonTone;
  /** `primary` is 56 px high, for the one act a screen is about. */
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly wide?: boolean;
  /** The act is under way: the button stays focusable, says so, and ignores further presses. */
  readonly busy?: boolean;
  readonly testId?: string;
}

/**
 * A native button, because the library's has a fixed height and a line height of 1, which cuts stacked
 * Vietnamese marks and cannot wrap at large text sizes.
 */
export function Button(props: ButtonProps) {
  const { tone = 'outline', size = 'normal', icon, wide, busy, testId, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(tone, size, wide)}
      aria-busy={busy || undefined}
      data-testid={testId}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      <span className={styles.label}>{children}</span>
    </button>
  );
}
