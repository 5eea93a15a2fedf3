import { type RoleGrant, userNameOf } from '@hopso/shared/identity';
import { useState } from 'react';
import {
  DialogForm,
  newPersonDraft,
  type PersonCard,
  type PersonDraft,
  PersonFields,
  PersonPicker,
  personContentOf,
  personFaults,
  useCreatePerson,
} from '#organisation';
import { useTranslation } from '#platform/i18n';
import { OptionTiles, TextField } from '#ui';
import type { HandedPassword } from './account-password-dialog.tsx';
import { useCreateAccount } from './account-queries.ts';
import { lacksUnit, withoutRepeats } from './account-roles.ts';
import { AccountRolesFields } from './account-roles-fields.tsx';
import { proposedUserName } from './account-user-name.ts';

interface AccountCreateDialogProps {
  /** Who has an account already, by person id. */
  readonly holders: ReadonlySet<string>;
  readonly takenNames: ReadonlySet<string>;
  readonly onCreated: (handed: HandedPassword) => void;
  readonly onClose: () => void;
}

const startRoles: readonly RoleGrant[] = [{ role: 'member', unitId: null }];

/** Gives a person an account; one who is not listed yet is listed first. */
export function AccountCreateDialog(props: AccountCreateDialogProps) {
  const { holders, takenNames, onCreated, onClose } = props;
  const { t } = useTranslation('admin');
  const [who, setWho] = useState<'existing' | 'new'>('existing');
  const [picked, setPicked] = useState<PersonCard | null>(null);
  const [draft, setDraft] = useState<PersonDraft>(newPersonDraft);
  const [grants, setGrants] = useState(startRoles);
  const [typedName, setTypedName] = useState<string | null>(null);
  const { create, isBusy, problem } = useCreate();
  const personName = who === 'existing' ? (picked?.name ?? '') : draft.name;
  const userName = typedName ?? proposedUserName(personName, takenNames);
  const isNameBad = !userNameOf(userName).ok;
  async function submit() {
    const person = who === 'existing' ? picked : personContentOf(draft);
    if (person === null || isNameBad || grants.some(lacksUnit)) return;
    const made = await create(person, userName, grants, (listed) => {
      // The person is listed from here on, whatever becomes of the account.
      setPicked(listed);
      setWho('existing');
      setTypedName(userName);
    });
    if (made !== null) onCreated(made);
  }
  return (
    <DialogForm
      title={t('create.title')}
      action={t('create.action')}
      size="wide"
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
      testId="account-create"
    >
      {(fault, isTried) => (
        <>
          <OptionTiles
            label={t('create.who')}
            shape="row"
            tiles={[
              { value: 'existing', label: t('create.existing'), testId: 'account-person-existing' },
              { value: 'new', label: t('create.new'), testId: 'account-person-new' },
            ]}
            value={who}
            onChange={setWho}
          />
          {who === 'existing' ? (
            <PersonPicker
              label={t('create.person')}
              value={picked}
              onChange={setPicked}
              refusal={({ personId }) => (holders.has(personId) ? t('create.hasAccount') : null)}
              error={fault(picked === null ? t('create.personMissing') : null)}
            />
          ) : (
            <PersonFields draft={draft} faults={isTried ? personFaults(draft) : []} onChange={setDraft} />
          )}
          <TextField
            label={t('create.userName')}
            hint={t('create.userNameHint')}
            required
            autoComplete="off"
            maxLength={40}
            error={fault(isNameBad ? t('create.userNameBad') : null)}
            value={userName}
            onChange={setTypedName}
            testId="account-user-name"
          />
          <AccountRolesFields value={grants} onChange={setGrants} fault={fault} />
        </>
      )}
    </DialogForm>
  );
}

type NewPerson = NonNullable<ReturnType<typeof personContentOf>>;

function useCreate() {
  const createPerson = useCreatePerson();
  const createAccount = useCreateAccount();
  /** Null when it was refused; the refusal stands in `problem`. */
  async function create(
    person: PersonCard | NewPerson,
    userName: string,
    grants: readonly RoleGrant[],
    onListed: (person: PersonCard) => void,
  ): Promise<HandedPassword | null> {
    try {
      const card = 'personId' in person ? person : await createPerson.mutateAsync(person);
      if (!('personId' in person)) onListed(card);
      return await createAccount.mutateAsync({
        personId: card.personId,
        userName,
        roles: [...withoutRepeats(grants)],
      });
    } catch {
      return null;
    }
  }
  return {
    create,
    isBusy: createPerson.isPending || createAccount.isPending,
    problem: createPerson.error ?? createAccount.error,
  };
}
