import type { Annotation } from '@hopso/shared/annotation';
import type { PaperView } from '@hopso/shared/session';
import { lazy, Suspense, useCallback, useMemo, useSyncExternalStore } from 'react';
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
  /** The open tray, and the note to begin with; null: closed. */
  readonly open: { readonly note?: string } | null;
  readonly onOpen: (open: { readonly note?: string } | null) => void;
}

/** "3 ghi chú cần xếp chỗ": own notes that found no place on the newest version, and the way to give them one. */
export function NoteTray({ meeting, paper, personId, open, onOpen }: NoteTrayProps) {
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
  if (store === null || (waiting.length === 0 && open === null)) return null;
  return (
    <>
      <Button icon={<IconNote aria-hidden="true" />} onClick={() => onOpen({})} testId="note-tray">
        {t('tray.open', { n: waiting.length })}
      </Button>
      {open !== null && (
        <Suspense fallback={null}>
          <TrayDialog
            {...{ meeting, paper, store, waiting }}
            first={open.note ?? null}
            onClose={() => onOpen(null)}
          />
        </Suspense>
      )}
    </>
  );
}
