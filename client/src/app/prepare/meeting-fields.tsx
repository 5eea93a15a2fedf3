import { useTranslation } from '#platform/i18n';
import { DateTimeField, SelectField, TextArea, TextField } from '#ui';
import { type MeetingDraft, type MeetingFault, meetingForms, meetingKinds } from './meeting-draft.ts';

interface MeetingFieldsProps {
  readonly draft: MeetingDraft;
  readonly faults: readonly MeetingFault[];
  readonly disabled?: boolean;
  readonly onChange: (draft: MeetingDraft) => void;
}

/** What is stated about a meeting as a whole. */
export function MeetingFields({ draft, faults, disabled = false, onChange }: MeetingFieldsProps) {
  const { t } = useTranslation(['prepare', 'meeting']);
  const set = (changes: Partial<MeetingDraft>) => onChange({ ...draft, ...changes });
  const fault = (field: MeetingFault) => (faults.includes(field) ? t(`info.fault.${field}`) : undefined);
  return (
    <>
      <SelectField
        label={t('info.kind')}
        disabled={disabled}
        options={meetingKinds.map((kind) => ({ value: kind, label: t(`meeting:kind.${kind}`) }))}
        value={draft.kind}
        onChange={(kind) => kind && set({ kind })}
        testId="prepare-kind"
      />
      <TextField
        label={t('info.title')}
        required
        disabled={disabled}
        maxLength={300}
        error={fault('title')}
        value={draft.title}
        onChange={(title) => set({ title })}
        testId="prepare-title"
      />
      <TextField
        label={t('info.place')}
        required
        disabled={disabled}
        maxLength={300}
        error={fault('place')}
        value={draft.place}
        onChange={(place) => set({ place })}
        testId="prepare-place"
      />
      <DateTimeField
        label={t('info.startDay')}
        timeLabel={t('info.startTime')}
        required
        disabled={disabled}
        error={fault('startsAt')}
        value={draft.startsAt}
        onChange={(startsAt) => set({ startsAt })}
        testId="prepare-starts"
      />
      <DateTimeField
        label={t('info.endDay')}
        timeLabel={t('info.endTime')}
        disabled={disabled}
        error={fault('endsAt')}
        value={draft.endsAt}
        onChange={(endsAt) => set({ endsAt })}
        testId="prepare-ends"
      />
      <SelectField
        label={t('info.form')}
        disabled={disabled}
        options={meetingForms.map((form) => ({ value: form, label: t(`meeting:form.${form}`) }))}
        value={draft.form}
        onChange={(form) => form && set({ form })}
        testId="prepare-form"
      />
      {draft.form !== 'inPerson' && (
        <TextArea
          label={t('info.sites')}
          hint={t('info.sitesHint')}
          disabled={disabled}
          rows={2}
          value={draft.sites}
          onChange={(sites) => set({ sites })}
          testId="prepare-sites"
        />
      )}
    </>
  );
}
