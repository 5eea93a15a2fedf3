import {
  type AnnotationBody,
  annotationColours,
  annotationLimits,
  type Sharing,
} from '@hopso/shared/annotation';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { formatDateTime, useTranslation } from '#platform/i18n';
import { Button, Checkbox, classes, Dialog, TextArea } from '#ui';
import { IconTrash } from '#ui/icons';
import type { NoteChange } from './annotation-store.ts';
import styles from './note-dialog.module.css';
import type { Notebook, OpenNote } from './notebook.ts';
import { type Person, SharingFields } from './sharing-fields.tsx';
import inks from './tool-bar.module.css';

interface NoteDialogProps {
  readonly notebook: Notebook;
  /** Who takes part, to share with. */
  readonly people: readonly Person[];
}

/** The note that was opened, to read, write, share or delete. */
export function NoteDialog({ notebook, people }: NoteDialogProps) {
  const { t } = useTranslation('annotation');
  const opened = useSyncExternalStore(notebook.subscribe, notebook.opened);
  if (opened === null) return null;
  const close = () => notebook.open(null);
  const { note, change } = opened;
  const title =
    note === null ? t(change.type === 'text' ? 'new.text' : 'new.note') : t(`type.${change.type}`);
  const isOwn = note === null || notebook.isOwn(note);
  return (
    <Dialog open title={title} onClose={close} testId="note-dialog">
      {isOwn ? (
        <OwnNote
          key={change.id}
          opened={opened}
          people={people.filter(({ personId }) => personId !== notebook.ownerId)}
          onWrite={(next) => {
            notebook.write(next, note);
            close();
          }}
        />
      ) : (
        <div className={styles.form}>
          <p className={styles.muted}>
            {t('of', { name: note.ownerName, at: formatDateTime(note.updatedAt) })}
          </p>
          <Quote body={note.body} />
          <p className={styles.words} data-testid="note-read">
            {note.body?.text}
          </p>
        </div>
      )}
    </Dialog>
  );
}

interface OwnNoteProps {
  readonly opened: OpenNote;
  readonly people: readonly Person[];
  readonly onWrite: (change: NoteChange) => void;
}

function OwnNote({ opened: { note, change, fit }, people, onWrite }: OwnNoteProps) {
  const { t } = useTranslation('annotation');
  const [text, setText] = useState(change.body?.text ?? '');
  const [colour, setColour] = useState(change.body?.colour ?? 'blue');
  const [sharing, setSharing] = useState<Sharing>(change.sharing);
  const [asksFloor, setAsksFloor] = useState(change.body?.asksFloor === true);
  const isWritten = change.type === 'note' || change.type === 'text' || change.type === 'highlight';
  const isEmpty = (change.type === 'note' || change.type === 'text') && text.trim() === '';
  const hasNames = sharing === 'private' || sharing === 'all' || sharing.length > 0;
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (isEmpty || !hasNames || change.body === null) return;
    const words = text.trim().normalize('NFC');
    const { asksFloor: _, ...kept } = change.body;
    const body: AnnotationBody = {
      ...kept,
      colour,
      ...(isWritten && { text: words }),
      ...(asksFloor && sharing === 'all' && { asksFloor }),
    };
    onWrite({ ...change, sharing, body: fit === undefined ? body : { ...body, rect: fit(words) } });
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <Quote body={change.body} />
      {note?.remark && (
        <p className={styles.words} data-testid="note-remark">
          <strong>{t(`remark.state.${note.remark.state}`)}</strong>
          {note.remark.answer !== '' && `: ${note.remark.answer}`}
        </p>
      )}
      {isWritten && (
        <TextArea
          label={t('text')}
          maxLength={annotationLimits.text}
          value={text}
          onChange={setText}
          testId="note-text"
        />
      )}
      <fieldset className={styles.colours} aria-label={t('colour.title')}>
        {annotationColours.map((one) => (
          <button
            key={one}
            type="button"
            className={classes(inks.choice, inks[`ink-${one}`])}
            aria-pressed={one === colour}
            aria-label={t(`colour.${one}`)}
            onClick={() => setColour(one)}
          >
            <span className={inks.dot} style={{ width: 26, height: 26 }} />
          </button>
        ))}
      </fieldset>
      {change.type !== 'bookmark' && <SharingFields value={sharing} people={people} onChange={setSharing} />}
      {isWritten && sharing === 'all' && (
        <Checkbox
          label={t('askFloor')}
          hint={t('askFloorHint')}
          value={asksFloor}
          onChange={setAsksFloor}
          testId="ask-floor"
        />
      )}
      <div className={styles.acts}>
        {note !== null && (
          <Button
            tone="danger-outline"
            icon={<IconTrash aria-hidden="true" />}
            onClick={() => onWrite({ ...change, body: null })}
            testId="note-delete"
          >
            {t('delete')}
          </Button>
        )}
        <Button type="submit" tone="primary" disabled={isEmpty || !hasNames} testId="note-save">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function Quote({ body }: { readonly body: AnnotationBody | null }) {
  const quote = body?.anchor?.quote;
  return quote ? <blockquote className={styles.quote}>{quote}</blockquote> : null;
}
