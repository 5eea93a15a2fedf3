import 'dayjs/locale/vi';
import { DateInput, DatesProvider, TimePicker } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useEffect, useState } from 'react';
import styles from './date-time-field.module.css';
import { type FieldProps, frameProps } from './field.ts';
import '@mantine/core/styles/Popover.css';
import '@mantine/dates/styles.css';
import { useUiTexts } from './ui-texts.ts';
import { instantOf, wallClockOf } from './wall-clock.ts';

dayjs.extend(customParseFormat);

interface DateTimeFieldProps extends FieldProps<number | null> {
  readonly timeLabel: string;
}

/**
 * A day and a time in Vietnam, typed (dd/MM/yyyy, 24 hours) or picked. The value is epoch milliseconds,
 * and null while either half is missing.
 */
export function DateTimeField(props: DateTimeFieldProps) {
  const { timeLabel, required = false, disabled = false, value, onChange, testId } = props;
  const texts = useUiTexts();
  const [halves, setHalves] = useState(() => wallClockOf(value));
  // A value set from outside wins over what is half typed here; our own changes come back unchanged.
  useEffect(() => {
    setHalves((current) => (instantOf(current) === value ? current : wallClockOf(value)));
  }, [value]);
  function handleChange(next: typeof halves) {
    setHalves(next);
    onChange(instantOf(next));
  }
  return (
    <DatesProvider settings={{ locale: 'vi', firstDayOfWeek: 1 }}>
      <div className={styles.pair}>
        <DateInput
          {...frameProps(props)}
          // The hint below the field, so that day and time stand on one line.
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          valueFormat="DD/MM/YYYY"
          placeholder={texts.dateFormat}
          popoverProps={{ shadow: 'md' }}
          value={halves.date}
          onChange={(date) => handleChange({ ...halves, date })}
        />
        <TimePicker
          label={timeLabel}
          required={required}
          disabled={disabled}
          format="24h"
          hoursInputLabel={texts.hours}
          minutesInputLabel={texts.minutes}
          {...(testId && { hoursInputProps: { 'data-testid': `${testId}-hours` } })}
          {...(testId && { minutesInputProps: { 'data-testid': `${testId}-minutes` } })}
          value={halves.time}
          onChange={(time) => handleChange({ ...halves, time })}
        />
      </div>
    </DatesProvider>
  );
}
