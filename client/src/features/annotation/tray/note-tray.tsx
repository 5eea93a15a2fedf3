import type { Annotation } from '@hopso/shared/annotation';
import type { PaperView } from '@hopso/shared/session';
import { lazy, Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconNote } from '#ui/icons';
import { useAnnotationStore } from '../annotation-provider.tsx';

const TrayDialog = lazy(async () => ({ default: (await import('./tray-dialog.tsx')).TrayDialog }));

const none: readonly Annotation[] = [];

interface NoteTrayProps {
  readonly meeting: string;
  readonly paper: PaperView;
  /** Null until it is known who reads. */
  readonly personId: string | null;
}

/** "3 ghi chú cần xếp chỗ": own notes that found no place on the newest version, and the way to give them one. */
export function NoteTray({ meeting, paper, personId }: NoteTrayProps) {
  const { t } = useTranslation('version');
  const store = useAnnotationStore();
  const notes = useSyncExternalStore(
    useCallback((listener) => (store === null ? () => {} : store.subscribe(listener)), [store]),
    () => store?.notesOn(paper.id, paper.version) ?? none,
  );
  const waiting = useMemo(
    () => notes.filter(({ ownerId, body }) => ownerId === personId && body?.placement === 'tray'),
    [notes, personId],
  );
  const [isOpen, setOpen] = useState(false);
  if (store === null || (waiting.length === 0 && !isOpen)) return null;
  return (
    <>
      <Button icon={<IconNote aria-hidden="true" />} onClick={() => setOpen(true)} testId="note-tray">
        {t('tray.open', { n: waiting.length })}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <TrayDialog {...{ meeting, paper, store, waiting }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
