import { PasswordInput } from '@mantine/core';
import { frameProps, nativeProps, type TextFieldProps } from './field.ts';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/PasswordInput.css';
import './password-field.css';
import { useUiTexts } from './ui-texts.ts';

/** A password that can be shown; pasting and password managers work. */
export function PasswordField(props: TextFieldProps) {
  const texts = useUiTexts();
  return (
    <PasswordInput
      {...nativeProps(props)}
      {...frameProps(props)}
      visibilityToggleButtonProps={{ 'aria-label': texts.showPassword, tabIndex: 0 }}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
