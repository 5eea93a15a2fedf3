import type { PaperView } from '@hopso/shared/session';
import { formatDate, useTranslation } from '#platform/i18n';
import { Badge } from '#ui';

/** How late, with the arithmetic: working days, and the holidays that were left out. */
export function Lateness({ late }: { readonly late: NonNullable<PaperView['late']> }) {
  const { t } = useTranslation('version');
  const { dueAt, arrivedAt, workingDaysLate, daysOff } = late;
  const days = daysOff.map((day) => formatDate(Date.parse(`${day}T12:00:00+07:00`)));
  const details = [
    workingDaysLate > 0 && t('lateDays', { n: workingDaysLate }),
    days.length > 0 && t('lateHolidays', { days: days.join(', ') }),
  ].filter(Boolean);
  return (
    <Badge tone="notice" testId="paper-late">
      {t('late', { due: formatDate(dueAt), arrived: formatDate(arrivedAt) })}
      {details.length > 0 && ` (${details.join('; ')})`}
    </Badge>
  );
}
