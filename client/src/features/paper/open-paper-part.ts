import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { loadArea } from '#platform/i18n';
import { lookForKeptPapers } from './kept-paper.ts';
import type { OpenPaperProps } from './open-paper.tsx';
import { warmEngine } from './pdf-engine.ts';

type OpenPaper = ComponentType<OpenPaperProps>;

let arrived: OpenPaper | null = null;

/**
 * Fetches what every paper needs (its reader, its words, pdf.js) ahead of the first one. Once here, a paper that is
 * tapped waits for nothing but its own bytes.
 */
async function fetchPart(): Promise<OpenPaper> {
  warmEngine();
  const [part] = await Promise.all([import('./open-paper.tsx'), loadArea('reader')]);
  arrived = part.OpenPaper;
  return arrived;
}

/** Without the network nothing can be opened now; opening a paper tries again and says so. */
export function warmReader(): void {
  fetchPart().catch(() => {});
  lookForKeptPapers().catch(() => {});
}

interface OpenPaperPart {
  /** Null until it is fetched. */
  readonly OpenPaper: OpenPaper | null;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

/**
 * The reader of an open paper. Not `lazy()`: that suspends even for what is here already, and React then holds the
 * pages back for up to 300 ms.
 */
export function useOpenPaperPart(): OpenPaperPart {
  const [part, setPart] = useState<OpenPaper | null>(() => arrived);
  const [hasFailed, setFailed] = useState(false);
  const retry = useCallback(() => setFailed(false), []);
  useEffect(() => {
    if (part !== null || hasFailed) return;
    let isWanted = true;
    fetchPart().then(
      (fetched) => isWanted && setPart(() => fetched),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [part, hasFailed]);
  return { OpenPaper: part, hasFailed, retry };
}
