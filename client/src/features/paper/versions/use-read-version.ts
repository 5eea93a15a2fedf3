import type { PaperView } from '@hopso/shared/session';
import { useCallback, useRef, useState } from 'react';
import type { ReaderHandle } from '../page-frame.ts';

/**
 * Which version of a paper a person reads. Opened, it is the newest; a newer one that comes while it is open does not
 * take the page out of the reader's hand.
 */
export function useReadVersion(paper: PaperView) {
  const [version, setVersion] = useState(paper.version);
  const reader = useRef<ReaderHandle | null>(null);
  const wanted = useRef<number | null>(null);
  const file = paper.versions.find((each) => each.version === version) ?? paper;
  const setReader = useCallback((next: ReaderHandle | null) => {
    reader.current = next;
    const page = wanted.current;
    if (next === null || page === null) return;
    wanted.current = null;
    // The pages are laid out first.
    requestAnimationFrame(() => next.goTo(page));
  }, []);
  const open = useCallback(
    (to: number, page: number) => {
      if (to === version && reader.current !== null) return reader.current.goTo(page);
      wanted.current = page;
      setVersion(to);
    },
    [version],
  );
  return {
    version,
    /** For the reader: the paper with the facts of the version that is read. */
    shown: { id: paper.id, title: paper.title, bytes: file.bytes },
    choose: setVersion,
    /** Opens a page of a version, as soon as its reader is there. */
    open,
    setReader,
  };
}
