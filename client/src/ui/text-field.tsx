import { TextInput } from '@mantine/core';
import { frameProps, nativeProps, type TextFieldProps } from './field.ts';

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <TextInput
      {...nativeProps(props)}
      {...frameProps(props)}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
