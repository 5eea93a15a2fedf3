import 'dayjs/locale/vi';
import { DateInput, DatesProvider } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { type FieldProps, frameProps } from './field.ts';
import { useUiTexts } from './ui-texts.ts';
import '@mantine/core/styles/Popover.css';
import '@mantine/dates/styles.css';

dayjs.extend(customParseFormat);

/** A calendar day, typed (dd/MM/yyyy) or picked. The value is `YYYY-MM-DD`, null while there is none. */
export function DateField(props: FieldProps<string | null>) {
  const { dateFormat } = useUiTexts();
  return (
    <DatesProvider settings={{ locale: 'vi', firstDayOfWeek: 1 }}>
      <DateInput
        {...frameProps(props)}
        valueFormat="DD/MM/YYYY"
        placeholder={dateFormat}
        popoverProps={{ shadow: 'md' }}
        value={props.value}
        onChange={props.onChange}
      />
    </DatesProvider>
  );
}
