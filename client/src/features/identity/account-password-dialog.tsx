import type { Account } from '@hopso/shared/identity';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog, showToast } from '#ui';
import { IconCopy } from '#ui/icons';
import styles from './account-password-dialog.module.css';

export interface HandedPassword {
  readonly account: Pick<Account, 'name' | 'userName'>;
  readonly initialPassword: string;
}

interface AccountPasswordDialogProps {
  readonly handed: HandedPassword;
  readonly onClose: () => void;
}

/** A first password, shown this once. */
export function AccountPasswordDialog({ handed, onClose }: AccountPasswordDialogProps) {
  const { t } = useTranslation('admin');
  const { account, initialPassword } = handed;
  async function copy() {
    try {
      await navigator.clipboard.writeText(initialPassword);
      showToast(t('password.copied'));
    } catch {
      showToast(t('password.copyByHand'));
    }
  }
  return (
    <Dialog
      open
      title={t('password.title', { name: account.name })}
      onClose={onClose}
      testId="account-password"
    >
      <div className={styles.handed}>
        <dl className={styles.facts}>
          <dt>{t('password.userName')}</dt>
          <dd className={styles.word}>{account.userName}</dd>
          <dt>{t('password.password')}</dt>
          <dd className={styles.word} data-testid="account-password-value">
            {initialPassword}
          </dd>
        </dl>
        <p>{t('password.once')}</p>
        <div className={styles.actions}>
          <Button
            icon={<IconCopy aria-hidden="true" />}
            onClick={() => void copy()}
            testId="account-password-copy"
          >
            {t('password.copy')}
          </Button>
          <Button tone="primary" onClick={onClose} testId="account-password-done">
            {t('password.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
