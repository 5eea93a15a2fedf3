import { foldText } from '@hopso/shared/kernel';
import { type OptionsFilter, Select } from '@mantine/core';
import { type FieldProps, frameProps } from './field.ts';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import './select-field.css';

export interface Option<Key extends string = string> {
  readonly value: Key;
  readonly label: string;
}

interface SelectFieldProps<Key extends string> extends FieldProps<Key | null> {
  readonly options: ReadonlyArray<Option<Key>>;
  readonly placeholder?: string;
  /** Lets the person type to narrow a long list. */
  readonly searchable?: boolean;
  readonly emptyText?: string;
}

/** Every word typed is found in the label; marks and `đ` do not matter. */
const withoutMarks: OptionsFilter = ({ options, search }) => {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return options.filter((option) => {
    const text = 'label' in option ? foldText(String(option.label)) : '';
    return words.every((word) => text.includes(word));
  });
};

/** One of many, in a list that can be searched; for the desk. */
export function SelectField<Key extends string>(props: SelectFieldProps<Key>) {
  const { options, placeholder, searchable = false, emptyText, value, onChange } = props;
  return (
    <Select
      {...frameProps(props)}
      {...(placeholder !== undefined && { placeholder })}
      {...(emptyText !== undefined && { nothingFoundMessage: emptyText })}
      data={options.map(({ value: key, label }) => ({ value: key as string, label }))}
      searchable={searchable}
      filter={withoutMarks}
      allowDeselect={false}
      maxDropdownHeight={360}
      comboboxProps={{ shadow: 'md' }}
      value={value}
      onChange={(next) => onChange(options.find((option) => option.value === next)?.value ?? null)}
    />
  );
}
