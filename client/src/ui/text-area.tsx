import { Textarea } from '@mantine/core';
import { type FieldProps, frameProps } from './field.ts';

interface TextAreaProps extends FieldProps<string> {
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly rows?: number;
}

/** Several lines; grows with its text. */
export function TextArea(props: TextAreaProps) {
  const { placeholder, maxLength, rows = 3 } = props;
  return (
    <Textarea
      {...frameProps(props)}
      {...(placeholder !== undefined && { placeholder })}
      {...(maxLength !== undefined && { maxLength })}
      autosize
      minRows={rows}
      maxRows={16}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
