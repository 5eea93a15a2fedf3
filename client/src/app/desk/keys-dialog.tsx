import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Dialog, Switch } from '#ui';
import { areKeysOn, setKeysOn } from './desk-keys.ts';
import styles from './keys-dialog.module.css';

const keys = [
  ['→', 'next'],
  ['V', 'vote'],
  ['Space', 'pause'],
  ['/', 'find'],
  ['Ctrl + Z', 'undo'],
  ['?', 'help'],
  ['Esc', 'close'],
] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('desk');
  const [isOn, setOn] = useState(areKeysOn);
  return (
    <Dialog open title={t('keys.title')} onClose={onClose} testId="keys-dialog">
      <dl className={styles.keys}>
        {keys.map(([key, act]) => (
          <div key={act} className={styles.key}>
            <dt>
              <kbd className={styles.cap}>{key}</kbd>
            </dt>
            <dd>{t(`keys.${act}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('keys.single')}
        hint={t('keys.singleHint')}
        value={isOn}
        onChange={(next) => {
          setKeysOn(next);
          setOn(next);
        }}
        testId="keys-switch"
      />
    </Dialog>
  );
}
