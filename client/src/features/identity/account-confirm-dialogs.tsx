import type { Account } from '@hopso/shared/identity';
import { useTranslation } from '#platform/i18n';
import { ConfirmDialog, showToast } from '#ui';
import type { HandedPassword } from './account-password-dialog.tsx';
import { sayProblem } from './account-problem.ts';
import { useEditAccount, useEndSignIns, useResetPassword } from './account-queries.ts';

interface AccountDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** Shuts a person out; what they did stays. */
export function DisableAccountDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useTranslation('admin');
  const edit = useEditAccount();
  const { personId: person, name } = account;
  async function disable() {
    await edit.mutateAsync({ person, disabled: true }).then(() => {
      const undo = () => void edit.mutateAsync({ person, disabled: false }).catch(sayProblem);
      showToast(t('confirm.disabled', { name }), { undo });
    }, sayProblem);
    onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('confirm.disableTitle', { name })}
      action={t('confirm.disable')}
      danger
      onConfirm={disable}
      onClose={onClose}
      testId="account-disable-confirm"
    >
      <p>{t('confirm.disableEffect')}</p>
    </ConfirmDialog>
  );
}

interface ResetPasswordDialogProps extends AccountDialogProps {
  readonly onReset: (handed: HandedPassword) => void;
}

/** Gives a new first password, which the caller shows once. */
export function ResetPasswordDialog({ account, onReset, onClose }: ResetPasswordDialogProps) {
  const { t } = useTranslation('admin');
  const reset = useResetPassword();
  const { personId, name } = account;
  async function handOut() {
    await reset.mutateAsync(personId).then(onReset, (problem) => {
      sayProblem(problem);
      onClose();
    });
  }
  return (
    <ConfirmDialog
      open
      title={t('confirm.resetTitle', { name })}
      action={t('confirm.reset')}
      danger
      onConfirm={handOut}
      onClose={onClose}
      testId="account-reset-confirm"
    >
      <p>{t('confirm.resetEffect')}</p>
    </ConfirmDialog>
  );
}

/** Ends every sign-in of the person. */
export function EndSignInsDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useTranslation('admin');
  const end = useEndSignIns();
  const { personId, name } = account;
  async function endAll() {
    await end.mutateAsync(personId).then(() => showToast(t('confirm.ended', { name })), sayProblem);
    onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('confirm.endTitle', { name })}
      action={t('confirm.end')}
      onConfirm={endAll}
      onClose={onClose}
      testId="account-end-confirm"
    >
      <p>{t('confirm.endEffect')}</p>
    </ConfirmDialog>
  );
}
