import { TextInput } from '@mantine/core';
import styles from './code-field.module.css';
import { type FieldProps, frameProps } from './field.ts';

interface CodeFieldProps extends FieldProps<string> {
  readonly length: number;
  readonly autoFocus?: boolean;
  /** Called once, when the last digit was entered or a whole code pasted. */
  readonly onComplete?: (code: string) => void;
}

/** A short code of digits as one field: it can be pasted, dictated and read back as a whole. */
export function CodeField(props: CodeFieldProps) {
  const { length, autoFocus, onComplete, value, onChange } = props;
  function handleText(text: string) {
    const digits = text.replace(/\D/g, '').slice(0, length);
    onChange(digits);
    if (digits.length === length && digits !== value) onComplete?.(digits);
  }
  return (
    <TextInput
      {...frameProps(props)}
      {...(autoFocus && { autoFocus, 'data-autofocus': true })}
      classNames={{ input: styles.input ?? '' }}
      inputMode="numeric"
      autoComplete="one-time-code"
      placeholder={'–'.repeat(length)}
      value={value}
      onChange={(event) => handleText(event.currentTarget.value)}
    />
  );
}
