import type { OpenItemView, ParticipantView } from '@hopso/shared/session';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useOrder } from '#meeting';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog, SelectField, TextField } from '#ui';
import { changesOf, contentOf, draftOf, faultsOf, type ItemDraft, newItemDraft } from './item-draft.ts';
import styles from './item-fields.module.css';
import { ItemFields } from './item-fields.tsx';

interface CommonProps {
  readonly people: readonly ParticipantView[];
  readonly selfId: string;
  readonly onClose: () => void;
}

interface AddItemDialogProps extends CommonProps {
  readonly parentId: string | null;
  /** Where it may stand: before one of these siblings, or last. */
  readonly siblings: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  /** After publication the Chair's consent is put on record. */
  readonly needsConsent: boolean;
  readonly onAdded?: (itemId: string) => void;
}

const last = '';

/** Adds an item to the agenda, in preparation or live. */
export function AddItemDialog(props: AddItemDialogProps) {
  const { people, selfId, onClose, parentId, siblings, needsConsent, onAdded } = props;
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const [before, setBefore] = useState(last);
  const [consent, setConsent] = useState('');
  const [isTried, setTried] = useState(false);
  const lacksConsent = needsConsent && consent.trim() === '';
  async function add(draft: ItemDraft) {
    setTried(true);
    if (lacksConsent) return;
    const receipt = await order({
      type: 'AddItem',
      parentId,
      before: before === last ? null : before,
      content: contentOf(draft),
      ...(needsConsent && { consent: consent.trim() }),
    });
    if (receipt === null) return;
    const [itemId] = receipt.created;
    if (itemId !== undefined) onAdded?.(itemId);
    onClose();
  }
  return (
    <Dialog open title={t('item.addTitle')} onClose={onClose} size="wide" testId="item-dialog">
      <ItemForm first={newItemDraft} people={people} selfId={selfId} action={t('item.add')} onSubmit={add}>
        {siblings.length > 0 && (
          <SelectField
            label={t('item.place')}
            options={[
              { value: last, label: t('item.placeLast') },
              ...siblings.map(({ id, label }) => ({
                value: id,
                label: t('item.placeBefore', { item: label }),
              })),
            ]}
            value={before}
            onChange={(next) => setBefore(next ?? last)}
            testId="item-place"
          />
        )}
        {needsConsent && (
          <TextField
            label={t('item.consent')}
            hint={t('item.consentHint')}
            required
            error={isTried && lacksConsent ? t('item.fault.consent') : undefined}
            value={consent}
            onChange={setConsent}
            testId="item-consent"
          />
        )}
      </ItemForm>
    </Dialog>
  );
}

interface EditItemDialogProps extends CommonProps {
  readonly item: OpenItemView;
  readonly isPublished: boolean;
}

/** Changes an item; when somebody changed it meanwhile, both wordings are shown. */
export function EditItemDialog(props: EditItemDialogProps) {
  const { item, isPublished, people, selfId, onClose } = props;
  const { t } = useTranslation('prepare');
  const [seen] = useState(item);
  const [isStale, setStale] = useState(false);
  const order = useOrder({
    onRefused: ({ code }) => {
      if (code === 'stale') setStale(true);
      return code === 'stale';
    },
  });
  async function save(draft: ItemDraft) {
    const changes = changesOf(seen, draft);
    if (Object.keys(changes).length === 0) return onClose();
    const isMoved = Object.keys(changesOf(seen, draftOf(item))).length > 0;
    // Somebody else's words are shown first; saving again then means these.
    if (isMoved && !isStale) return setStale(true);
    const receipt = await order({ type: 'EditItem', item: item.id, rev: item.rev, changes });
    if (receipt !== null) onClose();
  }
  return (
    <Dialog
      open
      title={t('item.editTitle', { n: item.number })}
      onClose={onClose}
      size="wide"
      testId="item-dialog"
    >
      <ItemForm
        first={draftOf(item)}
        isCollectiveKept={isPublished && seen.isCollective}
        isSecretKept={isPublished && seen.isSecret}
        people={people}
        selfId={selfId}
        action={t('item.save')}
        onSubmit={save}
      >
        {isStale && (
          <p className={styles.stale} role="alert">
            {t('item.stale', { title: item.title })}
          </p>
        )}
      </ItemForm>
    </Dialog>
  );
}

interface ItemFormProps {
  readonly first: ItemDraft;
  readonly people: readonly ParticipantView[];
  readonly selfId: string;
  readonly isCollectiveKept?: boolean;
  readonly isSecretKept?: boolean;
  readonly action: string;
  readonly onSubmit: (draft: ItemDraft) => Promise<void>;
  readonly children?: ReactNode;
}

function ItemForm(props: ItemFormProps) {
  const { first, people, selfId, isCollectiveKept = false, isSecretKept = false } = props;
  const { action, onSubmit, children } = props;
  const [draft, setDraft] = useState(first);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const faults = faultsOf(draft);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0) return;
    setBusy(true);
    await onSubmit(draft).finally(() => setBusy(false));
  }
  return (
    <form className={styles.fields} noValidate onSubmit={(event) => void submit(event)}>
      <ItemFields
        draft={draft}
        faults={isTried ? faults : []}
        people={people}
        selfId={selfId}
        isCollectiveKept={isCollectiveKept}
        isSecretKept={isSecretKept}
        onChange={setDraft}
      />
      {children}
      <div className={styles.actions}>
        <Button type="submit" tone="primary" busy={isBusy} testId="item-save">
          {action}
        </Button>
      </div>
    </form>
  );
}
