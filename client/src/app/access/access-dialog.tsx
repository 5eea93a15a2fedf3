import { type PaperAccess, type PaperRight, paperRights } from '@hopso/shared/paper';
import type { MeetingView, OpenItemView, PaperView } from '@hopso/shared/session';
import { useState } from 'react';
import { useOrder } from '#meeting';
import { meetingWords, useTranslation } from '#platform/i18n';
import { useMine } from '#platform/live-store';
import { Button, Dialog, IconButton, NativeSelectField, SelectField } from '#ui';
import { IconAlertTriangle, IconTrash } from '#ui/icons';
import styles from './access.module.css';
import {
  accessOf,
  draftOf,
  effectOf,
  fullAccess,
  groupsOf,
  readersOf,
  withException,
  withGroup,
} from './access-draft.ts';

export interface AccessDialogProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
  readonly paper: PaperView;
  readonly onClose: () => void;
}

/** Who may do what with one paper: groups first, then single persons; what it comes to is said before it is saved. */
export function AccessDialog({ view, item, paper, onClose }: AccessDialogProps) {
  const { t } = useTranslation('access');
  const order = useOrder();
  const given = useMine((mine) => mine.access[paper.id]) ?? undefined;
  const [draft, setDraft] = useState<PaperAccess>(() => draftOf(view, given));
  const [isBusy, setBusy] = useState(false);
  const readers = readersOf(view, item);
  const { seeing, isRestricted } = effectOf(draft, readers);
  async function save() {
    setBusy(true);
    const access = accessOf(draft);
    const receipt = await order({ type: 'SetPaperAccess', paper: paper.id, rev: paper.rev, access });
    setBusy(false);
    if (receipt !== null) onClose();
  }
  return (
    <Dialog open title={t('title')} onClose={onClose} testId="access-dialog">
      <div className={styles.body}>
        <p className={styles.paper}>{paper.title}</p>
        <fieldset className={styles.part}>
          <legend className={styles.heading}>{t('groups')}</legend>
          {groupsOf(readers).map(([group, n]) => (
            <RightField
              key={group}
              label={t('groupCount', { group: t(`group.${group}`), n })}
              value={draft.groups[group]}
              onChange={(right) => setDraft(withGroup(draft, group, right))}
              testId={`access-group-${group}`}
            />
          ))}
          <p className={styles.quiet}>
            {t('ofDesk', { ChuToa: meetingWords(view.meeting.gathering).ChuToa })}
          </p>
        </fieldset>
        <Exceptions {...{ draft, readers, onChange: setDraft }} />
        <div role="status" className={styles.effect}>
          <p data-testid="access-sees">{t('sees', { n: seeing, total: readers.length })}</p>
          {isRestricted && (
            <p className={styles.warning} data-testid="access-restricted">
              <IconAlertTriangle aria-hidden="true" />
              {t('restricted')}
            </p>
          )}
        </div>
        <div className={styles.acts}>
          <Button onClick={() => setDraft(fullAccess)} testId="access-reset">
            {t('reset')}
          </Button>
          <Button tone="primary" busy={isBusy} onClick={() => void save()} testId="access-save">
            {t('save')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface ExceptionsProps {
  readonly draft: PaperAccess;
  readonly readers: ReturnType<typeof readersOf>;
  readonly onChange: (draft: PaperAccess) => void;
}

function Exceptions({ draft, readers, onChange }: ExceptionsProps) {
  const { t } = useTranslation('access');
  const named = readers.filter(({ personId }) => personId in draft.exceptions);
  const others = readers.filter(({ personId }) => !(personId in draft.exceptions));
  return (
    <fieldset className={styles.part}>
      <legend className={styles.heading}>{t('exceptions')}</legend>
      {named.length === 0 && <p className={styles.quiet}>{t('noExceptions')}</p>}
      {named.map(({ personId, name }) => (
        <div key={personId} className={styles.exception}>
          <RightField
            label={name}
            value={draft.exceptions[personId] ?? 'print'}
            onChange={(right) => onChange(withException(draft, personId, right))}
            testId={`access-person-${personId}`}
          />
          <IconButton
            label={t('remove', { name })}
            icon={<IconTrash />}
            onClick={() => onChange(withException(draft, personId, null))}
            testId={`access-remove-${personId}`}
          />
        </div>
      ))}
      {others.length > 0 && (
        <SelectField
          key={named.length}
          label={t('add')}
          hint={t('addHint')}
          searchable
          emptyText={t('nobody')}
          options={others.map(({ personId, name, post, unit }) => ({
            value: personId,
            label: [name, post, unit].filter((part) => part !== '').join(' – '),
          }))}
          value={null}
          onChange={(personId) => personId !== null && onChange(withException(draft, personId, 'none'))}
          testId="access-add"
        />
      )}
    </fieldset>
  );
}

interface RightFieldProps {
  readonly label: string;
  readonly value: PaperRight;
  readonly onChange: (right: PaperRight) => void;
  readonly testId: string;
}

function RightField({ value, onChange, ...field }: RightFieldProps) {
  const { t } = useTranslation('access');
  return (
    <NativeSelectField
      {...field}
      placeholder=""
      options={paperRights.map((right) => ({ value: right, label: t(`right.${right}`) }))}
      value={value}
      onChange={(right) => right !== null && onChange(right)}
    />
  );
}
