import type { Unit } from '@hopso/shared/organisation';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Badge, IconButton, Menu } from '#ui';
import {
  IconChevronDown,
  IconChevronRight,
  IconDotsVertical,
  IconMinus,
  IconPencil,
  IconPlus,
  IconUsers,
} from '#ui/icons';
import { formatCalendarDay } from './days.ts';
import styles from './unit-list.module.css';
import { type UnitBranch, unitTree } from './unit-tree.ts';

export type UnitAct = 'add' | 'rename' | 'end' | 'committee';

interface UnitTreeProps {
  readonly units: readonly Unit[];
  readonly onAct: (act: UnitAct, unit: Unit) => void;
}

/** The tree; what stands at its top is open. */
export function UnitTree({ units, onAct }: UnitTreeProps) {
  return <Branches branches={unitTree(units)} isTop onAct={onAct} />;
}

interface BranchesProps {
  readonly branches: readonly UnitBranch[];
  readonly isTop: boolean;
  readonly onAct: UnitTreeProps['onAct'];
}

function Branches({ branches, isTop, onAct }: BranchesProps) {
  return (
    <ul className={isTop ? styles.list : styles.under}>
      {branches.map((branch) => (
        <Branch key={branch.unit.id} branch={branch} isTop={isTop} onAct={onAct} />
      ))}
    </ul>
  );
}

interface BranchProps extends Omit<BranchesProps, 'branches'> {
  readonly branch: UnitBranch;
}

function Branch({ branch: { unit, children }, isTop, onAct }: BranchProps) {
  const { t } = useTranslation('admin');
  const [isOpen, setOpen] = useState(isTop);
  return (
    <li>
      <div className={styles.row}>
        {children.length > 0 ? (
          <IconButton
            label={t(isOpen ? 'unit.fold' : 'unit.open', { name: unit.name })}
            icon={isOpen ? <IconChevronDown /> : <IconChevronRight />}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            testId={`unit-toggle-${unit.code}`}
          />
        ) : (
          <span className={styles.noToggle} />
        )}
        <UnitLine unit={unit} onAct={onAct} />
      </div>
      {isOpen && children.length > 0 && <Branches branches={children} isTop={false} onAct={onAct} />}
    </li>
  );
}

interface FoundUnitsProps extends UnitTreeProps {
  readonly found: readonly Unit[];
}

/** What a search found, each with the unit above it. */
export function FoundUnits({ units, found, onAct }: FoundUnitsProps) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return (
    <ul className={styles.list}>
      {found.map((unit) => (
        <li key={unit.id} className={styles.row}>
          <span className={styles.noToggle} />
          <UnitLine
            unit={unit}
            parent={unit.parentId === null ? undefined : byId.get(unit.parentId)}
            onAct={onAct}
          />
        </li>
      ))}
    </ul>
  );
}

interface UnitLineProps {
  readonly unit: Unit;
  /** Named where the tree does not show it. */
  readonly parent?: Unit | undefined;
  readonly onAct: UnitTreeProps['onAct'];
}

function UnitLine({ unit, parent, onAct }: UnitLineProps) {
  const { t } = useTranslation('admin');
  const { name, code, level, validFrom, validTo } = unit;
  const entry = (act: UnitAct, label: string, icon: ReactNode) => ({
    key: act,
    label,
    icon,
    onSelect: () => onAct(act, unit),
    testId: `unit-${act}`,
  });
  return (
    <>
      <div className={styles.unit} data-testid={`unit-${code}`}>
        <span className={styles.name}>{name}</span>
        <span className={styles.facts}>
          <Badge>{t(`level.${level}`)}</Badge>
          <span>{t('unit.code', { ma: code })}</span>
          <span>
            {validTo === null
              ? t('day.from', { ngay: formatCalendarDay(validFrom) })
              : t('day.fromTo', { tu: formatCalendarDay(validFrom), den: formatCalendarDay(validTo) })}
          </span>
          {parent !== undefined && <span>{t('unit.under', { name: parent.name })}</span>}
        </span>
      </div>
      <Menu
        trigger={
          <IconButton
            label={t('actions', { name })}
            icon={<IconDotsVertical />}
            testId={`unit-menu-${code}`}
          />
        }
        sections={[
          {
            key: 'acts',
            entries: [
              entry('committee', t('unit.committee'), <IconUsers />),
              entry('add', t('unit.addUnder'), <IconPlus />),
              entry('rename', t('unit.rename'), <IconPencil />),
              entry('end', t('unit.end'), <IconMinus />),
            ],
          },
        ]}
      />
    </>
  );
}
