import type { Day, Unit } from '@hopso/shared/organisation';
import { useState } from 'react';
import type { Problem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { DateField, SelectField, showToast, TextField } from '#ui';
import { formatCalendarDay } from './days.ts';
import styles from './dialog-form.module.css';
import { DialogForm } from './dialog-form.tsx';
import { UnitField } from './unit-field.tsx';
import { useCreateUnit, useEndUnit, useRenameUnit } from './units.ts';

const levels = ['province', 'district', 'commune', 'agency'] as const;
type Level = (typeof levels)[number];

interface AddUnitDialogProps {
  readonly parent: Unit | null;
  /** Proposed as the first day. */
  readonly day: Day;
  readonly onClose: () => void;
}

const levelUnder: { readonly [level in Level]: Level } = {
  province: 'district',
  district: 'commune',
  commune: 'agency',
  agency: 'agency',
};

/** A new unit from a day on. */
export function AddUnitDialog({ parent, day, onClose }: AddUnitDialogProps) {
  const { t } = useTranslation('admin');
  const create = useCreateUnit();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [level, setLevel] = useState<Level>(parent === null ? 'province' : levelUnder[parent.level]);
  const [parentId, setParentId] = useState(parent?.id ?? null);
  const [validFrom, setValidFrom] = useState<Day | null>(day);
  function submit() {
    if (name.trim() === '' || code.trim() === '' || validFrom === null) return;
    create.mutate(
      { name: name.trim(), code: code.trim(), level, parentId, validFrom },
      {
        onSuccess: (unit) => {
          showToast(t('unit.added', { name: unit.name }));
          onClose();
        },
      },
    );
  }
  return (
    <DialogForm
      title={t('unit.addTitle')}
      action={t('unit.add')}
      isBusy={create.isPending}
      problem={create.error}
      onSubmit={submit}
      onClose={onClose}
      testId="unit-add"
    >
      {(fault) => (
        <>
          <NameAndCode {...{ name, setName, code, setCode, fault }} />
          <SelectField
            label={t('unit.level')}
            options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
            value={level}
            onChange={(next) => next && setLevel(next)}
            testId="unit-level"
          />
          <UnitField
            label={t('unit.parent')}
            noneLabel={t('unit.parentNone')}
            day={validFrom ?? day}
            value={parentId}
            onChange={setParentId}
            testId="unit-parent"
          />
          <DateField
            label={t('unit.validFrom')}
            required
            error={fault(validFrom === null ? t('day.missing') : null)}
            value={validFrom}
            onChange={setValidFrom}
            testId="unit-valid-from"
          />
        </>
      )}
    </DialogForm>
  );
}

interface UnitDialogProps {
  readonly unit: Unit;
  readonly onClose: () => void;
}

/** Another name or code, at once and with a way back. */
export function RenameUnitDialog({ unit, onClose }: UnitDialogProps) {
  const { t } = useTranslation('admin');
  const rename = useRenameUnit();
  const [name, setName] = useState(unit.name);
  const [code, setCode] = useState(unit.code);
  function submit() {
    if (name.trim() === '' || code.trim() === '') return;
    rename.mutate(
      { unit: unit.id, name: name.trim(), code: code.trim() },
      {
        onSuccess: (renamed) => {
          const undo = () =>
            void rename
              .mutateAsync({ unit: unit.id, name: unit.name, code: unit.code })
              .catch((problem: Problem) => showToast(problemText(problem), { tone: 'danger' }));
          showToast(t('unit.renamed', { name: renamed.name }), { undo });
          onClose();
        },
      },
    );
  }
  return (
    <DialogForm
      title={t('unit.renameTitle')}
      action={t('unit.save')}
      isBusy={rename.isPending}
      problem={rename.error}
      onSubmit={submit}
      onClose={onClose}
      testId="unit-rename"
    >
      {(fault) => (
        <>
          <NameAndCode {...{ name, setName, code, setCode, fault }} />
          <p className={styles.effect}>{t('unit.renameEffect')}</p>
        </>
      )}
    </DialogForm>
  );
}

interface NameAndCodeProps {
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly code: string;
  readonly setCode: (code: string) => void;
  readonly fault: (text: string | null) => string | undefined;
}

function NameAndCode({ name, setName, code, setCode, fault }: NameAndCodeProps) {
  const { t } = useTranslation('admin');
  const missing = (text: string) => fault(text.trim() === '' ? t('missing') : null);
  return (
    <>
      <TextField
        label={t('unit.name')}
        required
        autoFocus
        maxLength={200}
        error={missing(name)}
        value={name}
        onChange={setName}
        testId="unit-name"
      />
      <TextField
        label={t('unit.codeLabel')}
        required
        maxLength={20}
        error={missing(code)}
        value={code}
        onChange={setCode}
        testId="unit-code"
      />
    </>
  );
}

/** The last day of a unit; it cannot be taken back here. */
export function EndUnitDialog({ unit, onClose }: UnitDialogProps) {
  const { t } = useTranslation('admin');
  const end = useEndUnit();
  const [lastDay, setLastDay] = useState<Day | null>(null);
  const isTooEarly = lastDay !== null && lastDay < unit.validFrom;
  function submit() {
    if (lastDay === null || isTooEarly) return;
    end.mutate(
      { unit: unit.id, lastDay },
      {
        onSuccess: () => {
          showToast(t('unit.ended', { name: unit.name, ngay: formatCalendarDay(lastDay) }));
          onClose();
        },
      },
    );
  }
  return (
    <DialogForm
      title={t('unit.endTitle', { name: unit.name })}
      action={t('unit.endAction')}
      isDanger
      isBusy={end.isPending}
      problem={end.error}
      onSubmit={submit}
      onClose={onClose}
      testId="unit-end"
    >
      {(fault) => (
        <>
          <p>{t('unit.endEffect')}</p>
          <DateField
            label={t('unit.lastDay')}
            required
            error={fault(
              lastDay === null
                ? t('day.missing')
                : isTooEarly
                  ? t('day.after', { ngay: formatCalendarDay(unit.validFrom) })
                  : null,
            )}
            value={lastDay}
            onChange={setLastDay}
            testId="unit-last-day"
          />
        </>
      )}
    </DialogForm>
  );
}
