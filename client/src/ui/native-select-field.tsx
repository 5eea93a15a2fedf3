import { NativeSelect } from '@mantine/core';
import { type FieldProps, frameProps } from './field.ts';
import type { Option } from './select-field.tsx';

interface NativeSelectFieldProps<Key extends string> extends FieldProps<Key | null> {
  readonly options: ReadonlyArray<Option<Key>>;
  /** Stands while nothing is chosen. */
  readonly placeholder: string;
}

/** One of many with the device's own picker: what hands on a tablet know best, and it weighs nothing. */
export function NativeSelectField<Key extends string>(props: NativeSelectFieldProps<Key>) {
  const { options, placeholder, value, onChange } = props;
  return (
    <NativeSelect
      {...frameProps(props)}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(options.find((option) => option.value === chosen)?.value ?? null);
      }}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
