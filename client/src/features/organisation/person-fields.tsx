import { useTranslation } from '#platform/i18n';
import { TextField } from '#ui';
import type { PersonDraft, PersonFault } from './person-draft.ts';
import { UnitField } from './unit-field.tsx';

interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly faults: readonly PersonFault[];
  readonly onChange: (draft: PersonDraft) => void;
}

/** Name whole, post, unit, telephone. */
export function PersonFields({ draft, faults, onChange }: PersonFieldsProps) {
  const { t } = useTranslation('admin');
  const set = (changes: Partial<PersonDraft>) => onChange({ ...draft, ...changes });
  const fault = (field: PersonFault, text: string) => (faults.includes(field) ? text : undefined);
  return (
    <>
      <TextField
        label={t('person.name')}
        hint={t('person.nameHint')}
        required
        maxLength={100}
        error={fault('name', t('missing'))}
        value={draft.name}
        onChange={(name) => set({ name })}
        testId="person-name"
      />
      <TextField
        label={t('person.post')}
        required
        maxLength={200}
        error={fault('post', t('missing'))}
        value={draft.post}
        onChange={(post) => set({ post })}
        testId="person-post"
      />
      <UnitField
        label={t('person.unit')}
        required
        error={fault('unit', t('person.unitMissing'))}
        value={draft.unitId}
        onChange={(unitId) => set({ unitId })}
        testId="person-unit"
      />
      <TextField
        label={t('person.phone')}
        maxLength={24}
        error={fault('phone', t('person.phoneBad'))}
        value={draft.phone}
        onChange={(phone) => set({ phone })}
        testId="person-phone"
      />
    </>
  );
}
