import { useNow } from '#platform/clock';
import { formatClock, useTranslation } from '#platform/i18n';
import { Dialog } from '#ui';
import type { IssuedCode } from './entry-codes.ts';
import styles from './entry-panel.module.css';

interface CodeDialogProps {
  readonly issued: IssuedCode;
  readonly name: string;
  readonly onClose: () => void;
}

/** A one-time code, to be read out, or shown for the tablet's camera. It is gone when the dialog closes. */
export function CodeDialog({ issued, name, onClose }: CodeDialogProps) {
  const { t } = useTranslation('desk');
  const left = issued.until - useNow();
  return (
    <Dialog open title={t('code.title', { name })} onClose={onClose} testId="code-dialog">
      <div className={styles.codeDialog}>
        <p className={styles.bigCode} data-testid="issued-code">
          <span>{issued.code.slice(0, 3)}</span> <span>{issued.code.slice(3)}</span>
        </p>
        <img
          className={styles.qr}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(issued.qr)}`}
          alt={t('code.qr', { name })}
        />
        <p>{left > 0 ? t('code.left', { tg: formatClock(left) }) : t('code.over')}</p>
        <p className={styles.note}>{t('code.once')}</p>
      </div>
    </Dialog>
  );
}
