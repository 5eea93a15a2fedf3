import type { getPaperComparison, PaperComparison } from '@hopso/shared/paper';
import { useCallback, useEffect, useState } from 'react';
import { call, endpoint } from '#platform/api';

const comparison = endpoint<typeof getPaperComparison>(
  'get',
  '/api/meetings/:meeting/papers/:paper/versions/:version/comparison',
);
const asksAgainAfterMs = 2_000;

/** What of a version is new; null until it is known. Asked again while the files are still being read. */
export function useComparison(
  meeting: string,
  paper: string,
  version: number,
): { readonly compared: PaperComparison | null; readonly retry: () => void } {
  const [compared, setCompared] = useState<PaperComparison | null>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks the same once more
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    setCompared(null);
    const ask = () =>
      call(comparison, { params: { meeting, paper, version } }, { signal: abort.signal }).then(
        (answer) => {
          if (answer.status === 'ready') setCompared(answer);
          else timer = setTimeout(() => void ask(), asksAgainAfterMs);
        },
        // Without it the paper is read all the same; the dialog offers to ask again.
        () => {},
      );
    void ask();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [meeting, paper, version, attempt]);
  return { compared, retry };
}
