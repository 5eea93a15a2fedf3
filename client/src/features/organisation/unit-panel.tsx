import type { Day, Unit } from '@hopso/shared/organisation';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Button, DateField, EmptyState, FailurePanel, Skeleton, TextField } from '#ui';
import { IconBuilding, IconPlus } from '#ui/icons';
import { formatCalendarDay, today } from './days.ts';
import styles from './panel.module.css';
import { AddUnitDialog, EndUnitDialog, RenameUnitDialog } from './unit-dialogs.tsx';
import { FoundUnits, type UnitAct, UnitTree } from './unit-list.tsx';
import { findUnits } from './unit-tree.ts';
import { unitsQuery } from './units.ts';

type OpenDialog = { readonly act: Exclude<UnitAct, 'committee'>; readonly unit: Unit | null } | null;

interface UnitPanelProps {
  readonly onCommittee: (unitId: string) => void;
}

/** The units as they stand on a day, and what can be done with them. */
export function UnitPanel({ onCommittee }: UnitPanelProps) {
  const { t } = useTranslation('admin');
  const [day, setDay] = useState<Day | null>(today);
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const shownDay = day ?? today();
  const close = () => setDialog(null);
  function handleAct(act: UnitAct, unit: Unit) {
    if (act === 'committee') onCommittee(unit.id);
    else setDialog({ act, unit });
  }
  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <div className={styles.search}>
          <TextField
            label={t('unit.search')}
            inputMode="search"
            value={search}
            onChange={setSearch}
            testId="admin-unit-search"
          />
        </div>
        <div className={styles.day}>
          <DateField label={t('day.label')} value={day} onChange={setDay} testId="admin-unit-day" />
        </div>
        <Button
          tone="primary"
          icon={<IconPlus aria-hidden="true" />}
          onClick={() => setDialog({ act: 'add', unit: null })}
          testId="admin-unit-add"
        >
          {t('unit.add')}
        </Button>
      </div>
      <Units day={shownDay} search={search} onAct={handleAct} />
      {dialog?.act === 'add' && <AddUnitDialog parent={dialog.unit} day={shownDay} onClose={close} />}
      {dialog?.act === 'rename' && dialog.unit && <RenameUnitDialog unit={dialog.unit} onClose={close} />}
      {dialog?.act === 'end' && dialog.unit && <EndUnitDialog unit={dialog.unit} onClose={close} />}
    </div>
  );
}

interface UnitsProps {
  readonly day: Day;
  readonly search: string;
  readonly onAct: (act: UnitAct, unit: Unit) => void;
}

function Units({ day, search, onAct }: UnitsProps) {
  const { t } = useTranslation('admin');
  const { data: units, error, refetch } = useQuery(unitsQuery(day));
  if (units === undefined) {
    if (error === null) return <Skeleton rows={6} onRetry={() => void refetch()} />;
    return (
      <FailurePanel
        title={problemText(asProblem(error))}
        action={{ label: t('action.retry', { ns: 'common' }), onClick: () => void refetch() }}
      />
    );
  }
  if (units.length === 0) {
    return (
      <EmptyState icon={<IconBuilding />} testId="admin-units-empty">
        {t('unit.none')}
      </EmptyState>
    );
  }
  const found = findUnits(units, search);
  if (found.length === 0) return <EmptyState>{t('unit.noMatch', { tim: search.trim() })}</EmptyState>;
  return (
    <>
      <p className={styles.count} role="status">
        {t('unit.count', { n: found.length, ngay: formatCalendarDay(day) })}
      </p>
      {search.trim() === '' ? (
        <UnitTree units={units} onAct={onAct} />
      ) : (
        <FoundUnits units={units} found={found} onAct={onAct} />
      )}
    </>
  );
}
