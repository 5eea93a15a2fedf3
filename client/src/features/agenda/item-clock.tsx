import type { OpenItemView } from '@hopso/shared/session';
import { useNow } from '#platform/clock';
import { formatClock, useTranslation } from '#platform/i18n';
import { classes } from '#ui';
import { spentMsOf } from './agenda-order.ts';
import styles from './item-clock.module.css';

interface ItemClockProps {
  readonly item: Pick<OpenItemView, 'spentMs' | 'currentSince' | 'plannedMinutes'>;
}

/** How long an item has taken, and how long it was to take; over its time it says by how much. */
export function ItemClock({ item }: ItemClockProps) {
  return item.currentSince === null ? <Reading item={item} now={0} /> : <Running item={item} />;
}

function Running({ item }: ItemClockProps) {
  const now = useNow();
  return <Reading item={item} now={now} />;
}

function Reading({ item, now }: ItemClockProps & { readonly now: number }) {
  const { t } = useTranslation('desk');
  const spent = spentMsOf(item, now);
  const over = item.plannedMinutes === 0 ? 0 : spent - item.plannedMinutes * 60_000;
  return (
    <span className={classes(styles.clock, over > 0 && styles.over)}>
      <span className={styles.spent}>{formatClock(spent)}</span>
      {item.plannedMinutes > 0 && (
        <>
          {' '}
          <span>/ {t('agenda.minutes', { n: item.plannedMinutes })}</span>
        </>
      )}
      {over > 0 && (
        <>
          {' '}
          <span>· {t('agenda.over', { clock: formatClock(over) })}</span>
        </>
      )}
    </span>
  );
}
