import type { Day, Seat, Unit } from '@hopso/shared/organisation';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Button, DateField, EmptyState, FailurePanel, Skeleton } from '#ui';
import { IconPlus, IconUsers } from '#ui/icons';
import { formatCalendarDay, today } from './days.ts';
import styles from './panel.module.css';
import { AddSeatDialog, AppointDialog, EndSeatDialog, VacateDialog } from './seat-dialogs.tsx';
import { type SeatAct, SeatList } from './seat-list.tsx';
import { seatsQuery } from './seats.ts';
import { UnitField } from './unit-field.tsx';
import { unitsQuery } from './units.ts';

interface CommitteePanelProps {
  /** Null until one is chosen. */
  readonly unitId: string | null;
  readonly onUnit: (unitId: string | null) => void;
}

/** The committee of a unit as it stands on a day: its seats and who holds them. */
export function CommitteePanel({ unitId, onUnit }: CommitteePanelProps) {
  const { t } = useTranslation('admin');
  const [day, setDay] = useState<Day | null>(today);
  const shownDay = day ?? today();
  const { data: units = [] } = useQuery(unitsQuery(shownDay));
  const unit = units.find(({ id }) => id === unitId);
  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <div className={styles.search}>
          <UnitField
            label={t('committee.unit')}
            day={shownDay}
            value={unitId}
            onChange={onUnit}
            testId="admin-committee-unit"
          />
        </div>
        <div className={styles.day}>
          <DateField label={t('day.label')} value={day} onChange={setDay} testId="admin-committee-day" />
        </div>
      </div>
      {unit === undefined ? (
        <EmptyState icon={<IconUsers />} testId="admin-committee-choose">
          {t('committee.choose')}
        </EmptyState>
      ) : (
        <Seats key={unit.id} unit={unit} day={shownDay} />
      )}
    </div>
  );
}

type OpenDialog = { readonly act: 'add' } | { readonly act: SeatAct; readonly seat: Seat } | null;

function Seats({ unit, day }: { readonly unit: Unit; readonly day: Day }) {
  const { t } = useTranslation('admin');
  const { data: seats, error, refetch } = useQuery(seatsQuery(unit.id, day));
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = () => setDialog(null);
  if (seats === undefined) {
    if (error === null) return <Skeleton rows={6} onRetry={() => void refetch()} />;
    return (
      <FailurePanel
        title={problemText(asProblem(error))}
        action={{ label: t('action.retry', { ns: 'common' }), onClick: () => void refetch() }}
      />
    );
  }
  const add = (
    <Button
      tone="primary"
      icon={<IconPlus aria-hidden="true" />}
      onClick={() => setDialog({ act: 'add' })}
      testId="admin-seat-add"
    >
      {t('committee.addSeat')}
    </Button>
  );
  const filled = seats.filter(({ holder }) => holder !== null).length;
  return (
    <>
      {seats.length === 0 ? (
        <EmptyState icon={<IconUsers />} action={add} testId="admin-seats-empty">
          {t('committee.none')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.summary}>
            <p className={styles.count} role="status">
              {t('committee.count', { n: seats.length, co: filled, ngay: formatCalendarDay(day) })}
            </p>
            {add}
          </div>
          <SeatList seats={seats} onAct={(act, seat) => setDialog({ act, seat })} />
        </>
      )}
      {dialog?.act === 'add' && <AddSeatDialog unit={unit} seats={seats} day={day} onClose={close} />}
      {dialog?.act === 'appoint' && <AppointDialog seat={dialog.seat} day={day} onClose={close} />}
      {dialog?.act === 'vacate' && <VacateDialog seat={dialog.seat} day={day} onClose={close} />}
      {dialog?.act === 'end' && <EndSeatDialog seat={dialog.seat} onClose={close} />}
    </>
  );
}
