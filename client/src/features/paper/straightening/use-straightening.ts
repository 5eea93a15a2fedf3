import type { getStraightening, Straightening, straightenPaper } from '@hopso/shared/paper';
import type { PaperView } from '@hopso/shared/session';
import { useEffect, useRef, useState } from 'react';
import { asProblem, call, endpoint } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { useRun } from '#platform/live-store';
import { showToast } from '#ui';

const endpoints = {
  begin: endpoint<typeof straightenPaper>('post', '/api/meetings/:meeting/papers/:paper/straightening'),
  look: endpoint<typeof getStraightening>('get', '/api/meetings/:meeting/papers/:paper/straightening'),
};
const looksEveryMs = 1_000;

/** Has a scan straightened and lays the copy in its place; `onDone` when it is there. */
export function useStraightening(meeting: string, paper: PaperView, onDone: () => void) {
  const { t } = useTranslation('version');
  const run = useRun();
  const [known, setKnown] = useState<Straightening | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const isLaid = useRef(false);
  const params = { meeting, paper: paper.id };
  const fail = (thrown: unknown) => {
    setKnown(null);
    setFailure(problemText(asProblem(thrown)));
  };

  function begin() {
    setFailure(null);
    call(endpoints.begin, { params }).then(setKnown, fail);
  }

  async function lay(upload: string) {
    if (isLaid.current) return;
    isLaid.current = true;
    try {
      await run({ type: 'AddPaperVersion', paper: paper.id, rev: paper.rev, upload });
      showToast(t('straighten.done', { title: paper.title }));
      onDone();
    } catch (thrown) {
      isLaid.current = false;
      fail(thrown);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is followed by one question, or by what it leads to
  useEffect(() => {
    if (known?.state === 'ready' && known.upload !== null) void lay(known.upload.id);
    if (known?.state !== 'working') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      call(endpoints.look, { params }, { signal: abort.signal }).then(setKnown, (thrown: unknown) => {
        if (!abort.signal.aborted) fail(thrown);
      });
    }, looksEveryMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [known]);

  const refused = known?.state === 'failed' ? problemText({ code: known.problem ?? 'internal' }) : null;
  return { isWorking: known !== null && known.state !== 'failed', problem: failure ?? refused, begin };
}
