import type { ParticipantView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import { Checkbox, OptionTiles, SelectField, TextArea, TextField } from '#ui';
import { type DraftFault, type ItemDraft, itemKinds } from './item-draft.ts';
import styles from './item-fields.module.css';
import { PeopleChecklist } from './people-checklist.tsx';

interface ItemFieldsProps {
  readonly draft: ItemDraft;
  readonly faults: readonly DraftFault[];
  readonly people: readonly ParticipantView[];
  readonly selfId: string;
  /** Published as reserved to the collective: that stays (agenda A9). */
  readonly isCollectiveKept?: boolean;
  /** Published as secret: that stays too (agenda A10). */
  readonly isSecretKept?: boolean;
  readonly onChange: (draft: ItemDraft) => void;
}

const nobody = '';

/** Everything that is stated about an item. */
export function ItemFields(props: ItemFieldsProps) {
  const { draft, faults, people, selfId, isCollectiveKept = false, isSecretKept = false, onChange } = props;
  const { t } = useTranslation(['prepare', 'meeting']);
  const set = (changes: Partial<ItemDraft>) => onChange({ ...draft, ...changes });
  const fault = (field: DraftFault) => (faults.includes(field) ? t(`item.fault.${field}`) : undefined);
  return (
    <div className={styles.fields}>
      <Checkbox
        label={t('item.isSecret')}
        hint={t(isSecretKept ? 'item.isSecretKept' : 'item.isSecretHint')}
        disabled={isSecretKept}
        value={draft.isSecret}
        onChange={(isSecret) => set({ isSecret })}
        testId="item-secret"
      />
      {!draft.isSecret && (
        <TextArea
          label={t('item.title')}
          required
          rows={2}
          maxLength={600}
          error={fault('title')}
          value={draft.title}
          onChange={(title) => set({ title })}
          testId="item-title"
        />
      )}
      <div className={styles.pair}>
        <SelectField
          label={t('item.kind')}
          options={itemKinds.map((kind) => ({ value: kind, label: t(`meeting:itemKind.${kind}`) }))}
          value={draft.kind}
          onChange={(kind) => kind && set({ kind })}
          testId="item-kind"
        />
        <TextField
          label={t('item.plannedMinutes')}
          inputMode="numeric"
          maxLength={4}
          error={fault('plannedMinutes')}
          value={draft.plannedMinutes}
          onChange={(plannedMinutes) => set({ plannedMinutes })}
          testId="item-minutes"
        />
      </div>
      {!draft.isSecret && (
        <>
          <TextField
            label={t('item.submittingBody')}
            maxLength={200}
            value={draft.submittingBody}
            onChange={(submittingBody) => set({ submittingBody })}
            testId="item-body"
          />
          <TextArea
            label={t('item.presenters')}
            hint={t('item.presentersHint')}
            rows={2}
            value={draft.presenters}
            onChange={(presenters) => set({ presenters })}
            testId="item-presenters"
          />
          <SelectField
            label={t('item.presider')}
            searchable
            emptyText={t('noMatch')}
            options={[
              { value: nobody, label: t('item.presiderNone') },
              ...people.map(({ personId, name, post }) => ({ value: personId, label: `${name} – ${post}` })),
            ]}
            value={draft.presiderId ?? nobody}
            onChange={(presiderId) => set({ presiderId: presiderId === nobody ? null : presiderId })}
            testId="item-presider"
          />
        </>
      )}
      <Checkbox
        label={t('item.isCollective')}
        hint={t(isCollectiveKept ? 'item.isCollectiveKept' : 'item.isCollectiveHint')}
        disabled={isCollectiveKept}
        value={draft.isCollective}
        onChange={(isCollective) => set({ isCollective })}
        testId="item-collective"
      />
      <div>
        <p className={styles.label}>{t('item.openTo')}</p>
        <OptionTiles
          label={t('item.openTo')}
          shape="row"
          tiles={[
            { value: 'all', label: t('item.openToAll'), testId: 'item-open-all' },
            {
              value: 'list',
              label: t('item.openToList'),
              hint: t('item.openToListHint'),
              testId: 'item-open-list',
            },
          ]}
          value={draft.openTo === null ? 'all' : 'list'}
          onChange={(choice) => set({ openTo: choice === 'all' ? null : [selfId] })}
        />
        {draft.openTo !== null && (
          <PeopleChecklist
            people={people}
            selfId={selfId}
            value={draft.openTo}
            onChange={(openTo) => set({ openTo })}
          />
        )}
      </div>
    </div>
  );
}
