import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '#platform/i18n';
import { type FieldProps, SelectField } from '#ui';
import { today } from './days.ts';
import { unitLabels } from './unit-tree.ts';
import { unitsQuery } from './units.ts';

interface UnitFieldProps extends FieldProps<string | null> {
  /** Units in force on this day; today when left out. */
  readonly day?: string;
  /** Offered first, for "no unit"; its value is null. */
  readonly noneLabel?: string;
}

const none = '';

/** A unit in force, found by typing. */
export function UnitField({ day, noneLabel, value, onChange, ...frame }: UnitFieldProps) {
  const { t } = useTranslation('admin');
  const { data: units = [] } = useQuery(unitsQuery(day ?? today()));
  const labels = unitLabels(units);
  const options = units.map(({ id }) => ({ value: id, label: labels.get(id) ?? '' }));
  return (
    <SelectField
      {...frame}
      searchable
      emptyText={t('noMatch')}
      options={noneLabel === undefined ? options : [{ value: none, label: noneLabel }, ...options]}
      value={value ?? (noneLabel === undefined ? null : none)}
      onChange={(next) => onChange(next === none ? null : next)}
    />
  );
}
