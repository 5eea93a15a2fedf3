import { useCallback, useEffect, useMemo, useState } from 'react';

/** What stands beside the paper: the search, or its words as text from a page on. */
export type FinderPanelKind = { readonly kind: 'search' } | { readonly kind: 'text'; readonly page: number };

export interface Finder {
  readonly panel: FinderPanelKind | null;
  /** What is marked on the pages; empty: nothing. */
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** All papers of the meeting are searched, not just the one on the screen. */
  readonly isInAll: boolean;
  readonly setInAll: (isInAll: boolean) => void;
  readonly search: () => void;
  readonly readAsText: (page: number) => void;
  /** Closes the panel; what was found stays marked on the pages. */
  readonly hide: () => void;
  /** Words on the pages can be selected for copying; while they can, nothing is drawn on them. */
  readonly isSelecting: boolean;
  readonly toggleSelecting: () => void;
}

/** Searching papers and reading their words, for one workspace. Ctrl+F and `/` open the search. */
export function useFinder(): Finder {
  const [panel, setPanel] = useState<FinderPanelKind | null>(null);
  const [query, setQuery] = useState('');
  const [isInAll, setInAll] = useState(false);
  const [isSelecting, setSelecting] = useState(false);
  const search = useCallback(() => setPanel({ kind: 'search' }), []);
  const readAsText = useCallback((page: number) => setPanel({ kind: 'text', page }), []);
  const toggleSelecting = useCallback(() => setSelecting((before) => !before), []);
  const hide = useCallback(() => setPanel(null), []);
  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (!asksToSearch(event)) return;
      event.preventDefault();
      search();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [search]);
  return useMemo(
    () => ({
      panel,
      query,
      setQuery,
      isInAll,
      setInAll,
      search,
      readAsText,
      hide,
      isSelecting,
      toggleSelecting,
    }),
    [panel, query, isInAll, search, readAsText, hide, isSelecting, toggleSelecting],
  );
}

function asksToSearch({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (isBehindDialog()) return false;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'f') return true;
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  return key === '/' && !ctrlKey && !metaKey && !isTyping;
}

/** Keys belong to a dialog while one is open. */
export const isBehindDialog = (): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
