import { Checkbox as MantineCheckbox } from '@mantine/core';
import { type FieldProps, frameProps } from './field.ts';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import './checkbox.css';

/** A choice that is sent with a form; what takes effect at once is a Switch. */
export function Checkbox(props: FieldProps<boolean>) {
  const { required: _required, ...frame } = frameProps(props);
  return (
    <MantineCheckbox
      {...frame}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}
