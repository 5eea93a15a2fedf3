import type { Annotation } from '@hopso/shared/annotation';
import type { PaperView } from '@hopso/shared/session';
import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { announce, Button, ConfirmDialog, classes, Dialog, EmptyState } from '#ui';
import { IconTrash } from '#ui/icons';
import type { AnnotationStore } from '../annotation-store.ts';
import { noteTitle } from '../note-title.ts';
import { changeOf } from '../notebook.ts';
import { placedAt } from './placed-at.ts';
import { NewPlace, OldPlace } from './places.tsx';
import styles from './tray.module.css';

interface TrayDialogProps {
  readonly meeting: string;
  readonly paper: PaperView;
  readonly store: AnnotationStore;
  readonly waiting: readonly Annotation[];
  /** The note to begin with; null: any. */
  readonly first: string | null;
  readonly onClose: () => void;
}

/** The notes without a place, one after the other: the old page at one side, the new version at the other. */
export function TrayDialog({ meeting, paper, store, waiting, first, onClose }: TrayDialogProps) {
  const { t } = useTranslation('version');
  const { t: ofNote } = useTranslation('annotation');
  const [chosenId, choose] = useState(first);
  const [isDiscarding, setDiscarding] = useState(false);
  const note = waiting.find(({ id }) => id === chosenId) ?? waiting[0];
  function place(page: number, x: number, y: number) {
    if (note === undefined) return;
    store.put(placedAt(note, page, x, y));
    announce(t('tray.placed', { page }));
  }
  function discard() {
    if (note !== undefined) store.put({ ...changeOf(note), body: null });
    setDiscarding(false);
  }
  return (
    <Dialog open size="wide" title={t('tray.title')} onClose={onClose} testId="note-tray-dialog">
      {note === undefined ? (
        <EmptyState>{t('tray.done')}</EmptyState>
      ) : (
        <div className={styles.tray}>
          <p className={styles.hint}>{t('tray.hint')}</p>
          <ul className={styles.notes}>
            {waiting.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  className={classes(styles.note, each.id === note.id && styles.chosen)}
                  aria-pressed={each.id === note.id}
                  data-testid={`note-tray-${each.id}`}
                  onClick={() => choose(each.id)}
                >
                  <span className={styles.words}>{noteTitle(ofNote, each)}</span>
                  <span className={styles.was}>
                    {t('tray.was', {
                      n: each.body?.origin?.version ?? each.version,
                      page: each.body?.origin?.page ?? each.page,
                    })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.pages}>
            <OldPlace key={note.id} {...{ meeting, paper, note }} />
            <NewPlace {...{ meeting, paper }} near={note.page} onPlace={place} />
          </div>
          <div className={styles.acts}>
            <Button
              icon={<IconTrash aria-hidden="true" />}
              onClick={() => setDiscarding(true)}
              testId="note-tray-discard"
            >
              {t('tray.discard')}
            </Button>
          </div>
        </div>
      )}
      <ConfirmDialog
        open={isDiscarding}
        title={t('tray.discardTitle', { n: paper.version })}
        action={t('tray.discard')}
        danger
        onConfirm={discard}
        onClose={() => setDiscarding(false)}
        testId="note-tray-discard-confirm"
      >
        <p>{t('tray.discardText')}</p>
      </ConfirmDialog>
    </Dialog>
  );
}
