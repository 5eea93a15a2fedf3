import type { Account } from '@hopso/shared/identity';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { today, unitsQuery } from '#organisation';
import { asProblem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Button, EmptyState, FailurePanel, Skeleton, showToast, TextField } from '#ui';
import { IconPlus, IconUsers } from '#ui/icons';
import { DisableAccountDialog, EndSignInsDialog, ResetPasswordDialog } from './account-confirm-dialogs.tsx';
import { AccountCreateDialog } from './account-create-dialog.tsx';
import { AccountEditDialog } from './account-edit-dialog.tsx';
import styles from './account-panel.module.css';
import { AccountPasswordDialog, type HandedPassword } from './account-password-dialog.tsx';
import { sayProblem } from './account-problem.ts';
import { accountsQuery, useEditAccount, useUnlockAccount } from './account-queries.ts';
import { AccountRolesDialog } from './account-roles-dialog.tsx';
import { type AccountAct, AccountRow } from './account-row.tsx';
import { findAccounts } from './account-search.ts';
import { useMe } from './me.ts';

type OpenDialog =
  | { readonly act: 'create' }
  | { readonly act: Exclude<AccountAct, 'enable' | 'unlock'>; readonly account: Account }
  | { readonly act: 'handed'; readonly handed: HandedPassword }
  | null;

/** Who can sign in, with which rights. */
export function AccountPanel() {
  const { t } = useTranslation('admin');
  const { data: accounts, error, refetch } = useQuery(accountsQuery);
  if (accounts !== undefined) return <Accounts accounts={accounts} />;
  if (error === null) return <Skeleton rows={6} onRetry={() => void refetch()} />;
  return (
    <FailurePanel
      title={problemText(asProblem(error))}
      action={{ label: t('action.retry', { ns: 'common' }), onClick: () => void refetch() }}
    />
  );
}

function Accounts({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation('admin');
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const found = findAccounts(accounts, useDeferredValue(search));
  const actAtOnce = useActsAtOnce();
  function handleAct(act: AccountAct, account: Account) {
    if (act === 'enable' || act === 'unlock') actAtOnce(act, account);
    else setDialog({ act, account });
  }
  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <div className={styles.search}>
          <TextField
            label={t('account.search')}
            hint={t('account.searchHint')}
            inputMode="search"
            value={search}
            onChange={setSearch}
            testId="admin-search"
          />
        </div>
        <Button
          tone="primary"
          icon={<IconPlus aria-hidden="true" />}
          onClick={() => setDialog({ act: 'create' })}
          testId="admin-account-create"
        >
          {t('account.create')}
        </Button>
      </div>
      <p className={styles.count} role="status">
        {found.length === accounts.length
          ? t('account.count', { n: found.length })
          : t('account.countFound', { n: found.length, tong: accounts.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState icon={<IconUsers />} testId="admin-accounts-empty">
          {search.trim() === '' ? t('account.none') : t('account.noMatch', { tim: search.trim() })}
        </EmptyState>
      ) : (
        <AccountList key={search} accounts={found} onAct={handleAct} />
      )}
      <AccountDialogs dialog={dialog} accounts={accounts} onDialog={setDialog} />
    </div>
  );
}

const atFirst = 100;

interface AccountListProps {
  readonly accounts: readonly Account[];
  readonly onAct: (act: AccountAct, account: Account) => void;
}

function AccountList({ accounts, onAct }: AccountListProps) {
  const { t } = useTranslation('admin');
  const { personId } = useMe();
  const { data: units = [] } = useQuery(unitsQuery(today()));
  const [most, setMost] = useState(atFirst);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return (
    <>
      <ul className={styles.list}>
        {accounts.slice(0, most).map((account) => (
          <AccountRow
            key={account.personId}
            account={account}
            isSelf={account.personId === personId}
            unitName={(unitId) => names.get(unitId)}
            onAct={onAct}
          />
        ))}
      </ul>
      {accounts.length > most && (
        <Button wide onClick={() => setMost(most + atFirst)} testId="admin-accounts-more">
          {t('showMore', { n: Math.min(atFirst, accounts.length - most) })}
        </Button>
      )}
    </>
  );
}

/** Acts that hurt nobody and need no question. */
function useActsAtOnce(): (act: 'enable' | 'unlock', account: Account) => void {
  const { t } = useTranslation('admin');
  const edit = useEditAccount();
  const unlock = useUnlockAccount();
  return (act, { personId: person, name }) => {
    if (act === 'unlock') {
      unlock.mutateAsync(person).then(() => showToast(t('account.unlocked', { name })), sayProblem);
      return;
    }
    const undo = () => void edit.mutateAsync({ person, disabled: true }).catch(sayProblem);
    edit
      .mutateAsync({ person, disabled: false })
      .then(() => showToast(t('account.enabled', { name }), { undo }), sayProblem);
  };
}

interface AccountDialogsProps {
  readonly dialog: OpenDialog;
  readonly accounts: readonly Account[];
  readonly onDialog: (dialog: OpenDialog) => void;
}

function AccountDialogs({ dialog, accounts, onDialog }: AccountDialogsProps) {
  const { personId } = useMe();
  const close = () => onDialog(null);
  const showPassword = (handed: HandedPassword) => onDialog({ act: 'handed', handed });
  switch (dialog?.act) {
    case 'create':
      return (
        <AccountCreateDialog
          holders={new Set(accounts.map((account) => account.personId))}
          takenNames={new Set(accounts.map(({ userName }) => userName))}
          onCreated={showPassword}
          onClose={close}
        />
      );
    case 'handed':
      return <AccountPasswordDialog handed={dialog.handed} onClose={close} />;
    case 'roles':
      return (
        <AccountRolesDialog
          account={dialog.account}
          isSelf={dialog.account.personId === personId}
          onClose={close}
        />
      );
    case 'edit':
      return <AccountEditDialog account={dialog.account} onClose={close} />;
    case 'reset':
      return <ResetPasswordDialog account={dialog.account} onReset={showPassword} onClose={close} />;
    case 'endSignIns':
      return <EndSignInsDialog account={dialog.account} onClose={close} />;
    case 'disable':
      return <DisableAccountDialog account={dialog.account} onClose={close} />;
    default:
      return null;
  }
}
