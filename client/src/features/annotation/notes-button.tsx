import type { MeetingView } from '@hopso/shared/session';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, SidePanel, Skeleton } from '#ui';
import { useAnnotationStore } from './annotation-provider.tsx';
import type { NotePlace } from './my-notes.tsx';
import styles from './notes-button.module.css';

const parts = () => import('./note-tools.tsx');
const NoteList = lazy(async () => ({ default: (await parts()).NoteList }));
const OpenedNote = lazy(async () => ({ default: (await parts()).OpenedNote }));

interface NotesButtonProps {
  readonly view: MeetingView;
  /** Null until it is known who reads. */
  readonly personId: string | null;
  readonly onJump: (place: NotePlace) => void;
}

/** Opens the list of one's notes; shows the note that was opened from it, or from a page. */
export function NotesButton({ view, personId, onJump }: NotesButtonProps) {
  const { t } = useTranslation('meeting');
  const store = useAnnotationStore();
  const [isOpen, setOpen] = useState(false);
  if (store === null || personId === null) return null;
  const people = view.participantOrder.flatMap((id) => view.participants[id] ?? []);
  return (
    <>
      <Button onClick={() => setOpen(true)} testId="my-notes-open">
        <span className={styles.long}>{t('notes.mine')}</span>
        <span className={styles.short}>{t('notes.short')}</span>
      </Button>
      <SidePanel open={isOpen} side="right" title={t('notes.mine')} onClose={() => setOpen(false)}>
        <Suspense fallback={<Skeleton rows={6} />}>
          <NoteList
            {...{ store, personId }}
            papers={view.papers}
            onJump={(place) => {
              setOpen(false);
              onJump(place);
            }}
          />
        </Suspense>
      </SidePanel>
      <Suspense fallback={null}>
        <OpenedNote {...{ store, personId, people }} />
      </Suspense>
    </>
  );
}
