import { Switch as MantineSwitch } from '@mantine/core';
import { type FieldProps, frameProps } from './field.ts';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import './switch.css';

/** Takes effect at once; a choice that is sent with a form is a Checkbox. */
export function Switch(props: FieldProps<boolean>) {
  const { required: _required, ...frame } = frameProps(props);
  return (
    <MantineSwitch
      {...frame}
      withThumbIndicator={false}
      labelPosition="left"
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}
