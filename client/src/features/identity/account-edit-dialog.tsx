import { type Account, userNameOf } from '@hopso/shared/identity';
import type { Person } from '@hopso/shared/organisation';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  DialogForm,
  PersonFields,
  personContentOf,
  personDraftOf,
  personFaults,
  personQuery,
  useEditPerson,
} from '#organisation';
import { asProblem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Dialog, FailurePanel, Skeleton, showToast, TextField } from '#ui';
import { useEditAccount } from './account-queries.ts';

interface AccountEditDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** The user name, and what is stated about the person. */
export function AccountEditDialog({ account, onClose }: AccountEditDialogProps) {
  const { t } = useTranslation('admin');
  const { data: person, error, refetch } = useQuery(personQuery(account.personId));
  if (person !== undefined) return <EditForm account={account} person={person} onClose={onClose} />;
  return (
    <Dialog open title={t('edit.title', { name: account.name })} onClose={onClose} testId="account-edit">
      {error === null ? (
        <Skeleton rows={4} onRetry={() => void refetch()} />
      ) : (
        <FailurePanel title={problemText(asProblem(error))} />
      )}
    </Dialog>
  );
}

function EditForm({ account, person, onClose }: AccountEditDialogProps & { readonly person: Person }) {
  const { t } = useTranslation('admin');
  const [draft, setDraft] = useState(() => personDraftOf(person));
  const [userName, setUserName] = useState(account.userName);
  const editPerson = useEditPerson(account.personId);
  const editAccount = useEditAccount();
  const isNameBad = !userNameOf(userName).ok;
  async function submit() {
    const body = personContentOf(draft);
    if (body === null || isNameBad) return;
    try {
      if (userName !== account.userName)
        await editAccount.mutateAsync({ person: account.personId, userName });
      await editPerson.mutateAsync(body);
    } catch {
      // The refusal stands above the button.
      return;
    }
    showToast(t('edit.saved', { name: body.name }));
    onClose();
  }
  return (
    <DialogForm
      title={t('edit.title', { name: account.name })}
      action={t('edit.save')}
      isBusy={editAccount.isPending || editPerson.isPending}
      problem={editAccount.error ?? editPerson.error}
      onSubmit={() => void submit()}
      onClose={onClose}
      testId="account-edit"
    >
      {(fault, isTried) => (
        <>
          <PersonFields draft={draft} faults={isTried ? personFaults(draft) : []} onChange={setDraft} />
          <TextField
            label={t('create.userName')}
            hint={t('create.userNameHint')}
            required
            autoComplete="off"
            maxLength={40}
            error={fault(isNameBad ? t('create.userNameBad') : null)}
            value={userName}
            onChange={setUserName}
            testId="account-user-name"
          />
          <p>{t('edit.effect')}</p>
        </>
      )}
    </DialogForm>
  );
}
