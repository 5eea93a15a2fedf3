import type { OpenItemView } from '@hopso/shared/session';
import { spentMsOf } from '#agenda';
import { serverNow } from '#platform/clock';
import { useTranslation } from '#platform/i18n';
import styles from './item-times.module.css';

const minuteMs = 60_000;

/** Planned and actual minutes; what went over its time says by how much. */
export function ItemTimes({ item }: { readonly item: OpenItemView }) {
  const { t } = useTranslation('result');
  const planned = item.plannedMinutes;
  const spentMs = spentMsOf(item, serverNow());
  const actual = spentMs > 0 ? Math.max(1, Math.round(spentMs / minuteMs)) : 0;
  const over = planned > 0 ? actual - planned : 0;
  return (
    <p className={styles.times}>
      {planned > 0 && <span>{t('items.planned', { n: planned })}</span>}
      {actual > 0 && <span>{t('items.actual', { n: actual })}</span>}
      {over > 0 && <span className={styles.over}>{t('items.over', { n: over })}</span>}
    </p>
  );
}
