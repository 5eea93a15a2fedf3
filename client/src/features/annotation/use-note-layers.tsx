import { lazy, type ReactNode, Suspense, useCallback, useMemo, useSyncExternalStore } from 'react';
import type { PageFrame } from '#paper';
import { useMine } from '#platform/live-store';
import { useAnnotationStore } from './annotation-provider.tsx';
import type { AnnotationStore } from './annotation-store.ts';
import type { PaperTarget } from './paper-target.ts';

// Everything that writes comes after the first page is there.
const parts = () => import('./note-tools.tsx');
const PageNotes = lazy(async () => ({ default: (await parts()).PageNotes }));
const WritingTools = lazy(async () => ({ default: (await parts()).WritingTools }));

interface NoteLayers {
  /** For a page of the reader; the same function until what it draws changes. */
  readonly overlay: (frame: PageFrame) => ReactNode;
  /** For the reader's edge. */
  readonly tools: ReactNode;
  /** Pages with notes of one's own. */
  readonly markedPages: ReadonlySet<number>;
}

/**
 * What a person writes on a paper, as layers of its reader; nothing where the notes of the meeting are not open.
 * `personId` is null until it is known who reads.
 */
export function useNoteLayers(
  meeting: string,
  { paperId, version }: PaperTarget,
  personId: string | null,
): NoteLayers {
  const store = useAnnotationStore();
  const isReadOnly = useMine(({ rights }) => rights[paperId] === 'view') === true;
  const overlay = useCallback(
    (frame: PageFrame) =>
      store !== null &&
      personId !== null && (
        <Suspense fallback={null}>
          <PageNotes {...{ store, personId, paperId, version, frame, isReadOnly }} />
        </Suspense>
      ),
    [store, personId, paperId, version, isReadOnly],
  );
  const markedPages = useMarkedPages(store, { paperId, version }, personId);
  const tools = store !== null && personId !== null && !isReadOnly && (
    <Suspense fallback={null}>
      <WritingTools {...{ store, personId, meeting }} />
    </Suspense>
  );
  return { overlay, tools, markedPages };
}

/** The same set until another page gets its first note, or loses its last. */
function useMarkedPages(
  store: AnnotationStore | null,
  { paperId, version }: PaperTarget,
  personId: string | null,
): ReadonlySet<number> {
  const subscribe = useCallback(
    (listener: () => void) => (store === null ? () => {} : store.subscribe(listener)),
    [store],
  );
  const pages = useSyncExternalStore(subscribe, () => {
    const own =
      store
        ?.notesOn(paperId, version)
        .filter(({ ownerId, body }) => ownerId === personId && body?.placement !== 'tray') ?? [];
    return [...new Set(own.map(({ page }) => page))].toSorted((a, b) => a - b).join();
  });
  return useMemo(() => new Set(pages === '' ? [] : pages.split(',').map(Number)), [pages]);
}
