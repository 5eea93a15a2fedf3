import { type ComponentProps, lazy, type ReactNode, Suspense, useCallback } from 'react';
import type { PageFrame } from '#paper';
import { loadArea } from '#platform/i18n';
import type { Finder } from './use-finder.ts';

type Parts = typeof import('./finder-part.tsx');

// Most papers are read without searching: all of it comes when somebody does.
const parts = async (): Promise<Parts> =>
  (await Promise.all([import('./finder-part.tsx'), loadArea('search'), loadArea('reader')]))[0];
const LazyPanel = lazy(async () => ({ default: (await parts()).FinderPart }));
const LazyMarks = lazy(async () => ({ default: (await parts()).FoundMarks }));
const LazyWords = lazy(async () => ({ default: (await parts()).SelectableWords }));

/** The panel beside the paper, while it is open or something is marked. */
export function FinderPanel(props: ComponentProps<typeof LazyPanel>) {
  if (props.finder.panel === null && props.finder.query.trim() === '') return null;
  return (
    <Suspense fallback={null}>
      <LazyPanel {...props} />
    </Suspense>
  );
}

type Overlay = (frame: PageFrame) => ReactNode;

export interface ReadPaper {
  readonly meeting: string;
  readonly paper: string;
  readonly version: number;
}

/** What was found on the pages of a paper, under what else lies on them; and over it the words, to be selected. */
export function useWordLayers(
  above: Overlay | undefined,
  { meeting, paper, version }: ReadPaper,
  { query, isSelecting }: Pick<Finder, 'query' | 'isSelecting'>,
): Overlay {
  const isMarking = query.trim() !== '';
  return useCallback(
    (frame) => (
      <>
        {isMarking && (
          <Suspense fallback={null}>
            <LazyMarks frame={frame} file={{ meeting, paper, version }} query={query} />
          </Suspense>
        )}
        {above?.(frame)}
        {isSelecting && (
          <Suspense fallback={null}>
            <LazyWords frame={frame} />
          </Suspense>
        )}
      </>
    ),
    [above, isMarking, isSelecting, meeting, paper, version, query],
  );
}
