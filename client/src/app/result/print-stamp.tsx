import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMe } from '#identity';
import { serverNow } from '#platform/clock';
import { formatDateTime, useTranslation } from '#platform/i18n';
import styles from './print-stamp.module.css';

/** "In lúc … bởi …": set when the page goes to paper, whichever way that was asked for. */
export function PrintStamp() {
  const { t } = useTranslation('result');
  const { name } = useMe();
  const [at, setAt] = useState(serverNow);
  useEffect(() => {
    // The browser takes the page as it stands when the event ends.
    const stamp = () => flushSync(() => setAt(serverNow()));
    window.addEventListener('beforeprint', stamp);
    return () => window.removeEventListener('beforeprint', stamp);
  }, []);
  return <p className={styles.stamp}>{t('document.stamp', { luc: formatDateTime(at), nguoi: name })}</p>;
}
