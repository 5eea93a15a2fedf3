import '@mantine/core/styles/Input.css';
import './field.css';
import type { HTMLInputAutoCompleteAttribute, ReactNode, Ref } from 'react';

/** What every field has, whatever it holds. */
export interface FieldProps<Value> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong, in words; also marks the field as invalid. */
  readonly error?: ReactNode;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly testId?: string;
}

type Framed = Omit<FieldProps<unknown>, 'value' | 'onChange'>;

/** The same in the words of the component library. */
export function frameProps({ label, hint, error, required = false, disabled = false, testId }: Framed) {
  return { label, description: hint, error, required, disabled, 'data-testid': testId };
}

export interface TextFieldProps extends FieldProps<string> {
  readonly name?: string;
  readonly placeholder?: string;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly autoFocus?: boolean;
  readonly inputMode?: 'none' | 'text' | 'numeric' | 'email' | 'search';
  readonly maxLength?: number;
  readonly ref?: Ref<HTMLInputElement>;
}

/** What a native text input takes beside its frame. */
export function nativeProps({
  name,
  placeholder,
  autoComplete,
  autoFocus,
  inputMode,
  maxLength,
  ref,
}: Partial<TextFieldProps>) {
  return {
    spellCheck: false,
    ...(name !== undefined && { name }),
    ...(placeholder !== undefined && { placeholder }),
    ...(autoComplete !== undefined && { autoComplete }),
    ...(autoFocus !== undefined && { 'data-autofocus': autoFocus, autoFocus }),
    ...(inputMode !== undefined && { inputMode }),
    ...(maxLength !== undefined && { maxLength }),
    ...(ref !== undefined && { ref }),
  };
}
