import type { Day, Seat, Unit } from '@hopso/shared/organisation';
import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Checkbox, DateField, showToast, TextField } from '#ui';
import { formatCalendarDay } from './days.ts';
import { DialogForm } from './dialog-form.tsx';
import { PersonPicker } from './person-picker.tsx';
import type { PersonCard } from './persons.ts';
import { useAppoint, useCreateSeat, useEndSeat, useVacate } from './seats.ts';

interface AddSeatDialogProps {
  readonly unit: Unit;
  readonly seats: readonly Seat[];
  readonly day: Day;
  readonly onClose: () => void;
}

/** A new seat from a day on, last in the order unless another place is given. */
export function AddSeatDialog({ unit, seats, day, onClose }: AddSeatDialogProps) {
  const { t } = useTranslation('admin');
  const create = useCreateSeat(unit.id);
  const [title, setTitle] = useState('');
  const [isChair, setChair] = useState(false);
  const [sort, setSort] = useState(() => String(Math.max(0, ...seats.map((seat) => seat.sort)) + 1));
  const [validFrom, setValidFrom] = useState<Day | null>(day);
  const isSortBad = !/^\d{1,4}$/.test(sort.trim());
  function submit() {
    if (title.trim() === '' || isSortBad || validFrom === null) return;
    create.mutate(
      { title: title.trim(), isChair, sort: Number(sort), validFrom },
      {
        onSuccess: (seat) => {
          showToast(t('seat.added', { title: seat.title }));
          onClose();
        },
      },
    );
  }
  return (
    <DialogForm
      title={t('seat.addTitle', { donVi: unit.name })}
      action={t('seat.add')}
      isBusy={create.isPending}
      problem={create.error}
      onSubmit={submit}
      onClose={onClose}
      testId="seat-add"
    >
      {(fault) => (
        <>
          <TextField
            label={t('seat.titleLabel')}
            hint={t('seat.titleHint')}
            required
            autoFocus
            maxLength={200}
            error={fault(title.trim() === '' ? t('missing') : null)}
            value={title}
            onChange={setTitle}
            testId="seat-title"
          />
          <Checkbox
            label={t('seat.isChair')}
            hint={t('seat.isChairHint')}
            value={isChair}
            onChange={setChair}
            testId="seat-chair"
          />
          <TextField
            label={t('seat.sort')}
            inputMode="numeric"
            required
            maxLength={4}
            error={fault(isSortBad ? t('seat.sortBad') : null)}
            value={sort}
            onChange={setSort}
            testId="seat-sort"
          />
          <DateField
            label={t('seat.validFrom')}
            required
            error={fault(validFrom === null ? t('day.missing') : null)}
            value={validFrom}
            onChange={setValidFrom}
            testId="seat-valid-from"
          />
        </>
      )}
    </DialogForm>
  );
}

interface SeatDialogProps {
  readonly seat: Seat;
  readonly day: Day;
  readonly onClose: () => void;
}

/** Who holds the seat from a day on; whoever holds it now ends on the day before. */
export function AppointDialog({ seat, day, onClose }: SeatDialogProps) {
  const { t } = useTranslation('admin');
  const appoint = useAppoint(seat.id);
  const [person, setPerson] = useState<PersonCard | null>(null);
  const [from, setFrom] = useState<Day | null>(day);
  function submit() {
    if (person === null || from === null) return;
    appoint.mutate(
      { personId: person.personId, from },
      {
        onSuccess: () => {
          const ngay = formatCalendarDay(from);
          showToast(t('seat.appointed', { name: person.name, title: seat.title, ngay }));
          onClose();
        },
      },
    );
  }
  return (
    <DialogForm
      title={t('seat.appointTitle', { title: seat.title })}
      action={t('seat.appoint')}
      isBusy={appoint.isPending}
      problem={appoint.error}
      onSubmit={submit}
      onClose={onClose}
      testId="seat-appoint"
    >
      {(fault) => (
        <>
          {seat.holder !== null && <p>{t('seat.appointNow', { name: seat.holder.name })}</p>}
          <PersonPicker
            label={t('create.person')}
            value={person}
            onChange={setPerson}
            error={fault(person === null ? t('create.personMissing') : null)}
          />
          <DateField
            label={t('seat.from')}
            required
            error={fault(from === null ? t('day.missing') : null)}
            value={from}
            onChange={setFrom}
            testId="seat-from"
          />
        </>
      )}
    </DialogForm>
  );
}

/** The last day of the present holding; the seat stays. */
export function VacateDialog({ seat, day, onClose }: SeatDialogProps) {
  const { t } = useTranslation('admin');
  const vacate = useVacate(seat.id);
  const { holder, title } = seat;
  if (holder === null) return null;
  return (
    <LastDayDialog
      title={t('seat.vacateTitle', { name: holder.name, title })}
      effect={t('seat.vacateEffect')}
      action={t('seat.vacateAction')}
      first={holder.validFrom}
      proposed={day}
      change={vacate}
      done={(ngay) => t('seat.vacated', { name: holder.name, title, ngay })}
      onClose={onClose}
      testId="seat-vacate"
    />
  );
}

/** The last day of the seat itself. */
export function EndSeatDialog({ seat, onClose }: Omit<SeatDialogProps, 'day'>) {
  const { t } = useTranslation('admin');
  const end = useEndSeat(seat.id);
  const { title, validFrom } = seat;
  return (
    <LastDayDialog
      title={t('seat.endTitle', { title })}
      effect={t('seat.endEffect')}
      action={t('seat.endAction')}
      first={validFrom}
      proposed={null}
      change={end}
      done={(ngay) => t('seat.ended', { title, ngay })}
      onClose={onClose}
      testId="seat-end"
    />
  );
}

interface LastDayDialogProps {
  readonly title: string;
  readonly effect: string;
  readonly action: string;
  /** No last day lies before it. */
  readonly first: Day;
  readonly proposed: Day | null;
  readonly change: ReturnType<typeof useVacate>;
  readonly done: (ngay: string) => string;
  readonly onClose: () => void;
  readonly testId: string;
}

function LastDayDialog(props: LastDayDialogProps) {
  const { title, effect, action, first, proposed, change, done, onClose, testId } = props;
  const { t } = useTranslation('admin');
  const [lastDay, setLastDay] = useState(proposed);
  function faultText(): string | null {
    if (lastDay === null) return t('day.missing');
    return lastDay < first ? t('day.after', { ngay: formatCalendarDay(first) }) : null;
  }
  function submit() {
    if (lastDay === null || faultText() !== null) return;
    change.mutate(lastDay, {
      onSuccess: () => {
        showToast(done(formatCalendarDay(lastDay)));
        onClose();
      },
    });
  }
  return (
    <DialogForm
      title={title}
      action={action}
      isDanger
      isBusy={change.isPending}
      problem={change.error}
      onSubmit={submit}
      onClose={onClose}
      testId={testId}
    >
      {(fault) => (
        <>
          <p>{effect}</p>
          <DateField
            label={t('seat.lastDay')}
            required
            error={fault(faultText())}
            value={lastDay}
            onChange={setLastDay}
            testId="seat-last-day"
          />
        </>
      )}
    </DialogForm>
  );
}
