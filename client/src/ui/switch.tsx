import { useId } from 'react';
import { classes } from './classes.ts';
import type { FieldProps } from './field.ts';
import styles from './switch.module.css';

/**
 * Takes effect at once; a choice that is sent with a form is a Checkbox. A native checkbox underneath: it is on the
 * first screen of every tablet, where the component library's switch would cost 20 KiB (decision 0008).
 */
export function Switch({ label, hint, value, onChange, disabled = false, testId }: FieldProps<boolean>) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <label className={classes(styles.row, disabled && styles.disabled)}>
      <span className={styles.words}>
        <span id={id}>{label}</span>
        {hint !== undefined && (
          <span id={hintId} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        className={styles.input}
        checked={value}
        aria-checked={value}
        disabled={disabled}
        aria-labelledby={id}
        aria-describedby={hint === undefined ? undefined : hintId}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
