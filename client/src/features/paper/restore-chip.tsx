import { useEffect, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconArrowUp } from '#ui/icons';
import styles from './restore-chip.module.css';
import type { Reader } from './use-reader.ts';

interface RestoreChipProps {
  readonly reader: Reader;
  /** Where the person stopped the last time, from 1. */
  readonly page: number;
}

const staysMs = 12_000;

/** Says that the paper was opened where it was left, and offers its beginning; goes by itself. */
export function RestoreChip({ reader, page }: RestoreChipProps) {
  const { t } = useTranslation('reader');
  const [isShown, setShown] = useState(page > 1);
  const { goTo } = reader;
  const hasLeft = reader.page !== page;
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), staysMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (hasLeft) setShown(false);
  }, [hasLeft]);
  if (!isShown) return null;
  return (
    <div className={styles.chip} role="status" data-testid="restore-chip">
      <span>{t('restored', { page })}</span>
      <Button tone="plain" icon={<IconArrowUp />} onClick={() => goTo(1)} testId="restore-first">
        {t('toFirst')}
      </Button>
    </div>
  );
}
