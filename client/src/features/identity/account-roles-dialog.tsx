import type { Account, RoleGrant } from '@hopso/shared/identity';
import { useState } from 'react';
import { DialogForm } from '#organisation';
import { useTranslation } from '#platform/i18n';
import { showToast } from '#ui';
import { sayProblem } from './account-problem.ts';
import { useSetRoles } from './account-queries.ts';
import { lacksUnit, withoutRepeats } from './account-roles.ts';
import { AccountRolesFields } from './account-roles-fields.tsx';

interface AccountRolesDialogProps {
  readonly account: Account;
  readonly isSelf: boolean;
  readonly onClose: () => void;
}

/** What a person may do; the change can be taken back for a while. */
export function AccountRolesDialog({ account, isSelf, onClose }: AccountRolesDialogProps) {
  const { t } = useTranslation('admin');
  const change = useSetRoles();
  const [grants, setGrants] = useState<readonly RoleGrant[]>(account.roles);
  const { personId, name, roles: before } = account;
  function submit() {
    if (grants.some(lacksUnit)) return;
    change.mutate(
      { person: personId, roles: withoutRepeats(grants) },
      {
        onSuccess: () => {
          const undo = () => change.mutateAsync({ person: personId, roles: before }).catch(sayProblem);
          showToast(t('roles.saved', { name }), isSelf ? {} : { undo: () => void undo() });
          onClose();
        },
      },
    );
  }
  return (
    <DialogForm
      title={t('roles.title', { name })}
      action={t('roles.save')}
      size="wide"
      isBusy={change.isPending}
      problem={change.error}
      onSubmit={submit}
      onClose={onClose}
      testId="account-roles"
    >
      {(fault) => (
        <>
          <AccountRolesFields value={grants} onChange={setGrants} fault={fault} />
          <p>{t(isSelf ? 'roles.effectSelf' : 'roles.effect')}</p>
        </>
      )}
    </DialogForm>
  );
}
