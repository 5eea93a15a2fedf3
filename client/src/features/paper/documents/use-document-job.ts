import type {
  cancelDocument,
  DocumentJob,
  DocumentOrder,
  getDocument,
  getDocumentFile,
  makeDocument,
} from '@hopso/shared/paper';
import { useCallback, useEffect, useRef, useState } from 'react';
import { addressOf, asProblem, call, endpoint } from '#platform/api';
import { problemText } from '#platform/i18n';

const endpoints = {
  make: endpoint<typeof makeDocument>('post', '/api/meetings/:meeting/documents'),
  look: endpoint<typeof getDocument>('get', '/api/meetings/:meeting/documents/:job'),
  cancel: endpoint<typeof cancelDocument>('delete', '/api/meetings/:meeting/documents/:job'),
  file: endpoint<typeof getDocumentFile>('get', '/api/meetings/:meeting/documents/:job/file'),
};
const looksEveryMs = 700;

type Made =
  | { readonly status: 'idle' }
  | { readonly status: 'making'; readonly percent: number; readonly isQueued: boolean }
  | {
      readonly status: 'ready';
      readonly address: string;
      readonly fileName: string;
      readonly isPrintable: boolean;
    }
  | { readonly status: 'failed'; readonly reason: string };

export interface DocumentMaking {
  readonly made: Made;
  readonly make: (order: DocumentOrder) => void;
  /** Gives up, and offers the choice again. */
  readonly stop: () => void;
}

/** Has a document made and watches its progress. It is given up when the component goes. */
export function useDocumentJob(meeting: string): DocumentMaking {
  const [made, setMade] = useState<Made>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setMade({ status: 'idle' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  const make = useCallback(
    (order: DocumentOrder) => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      setMade({ status: 'making', percent: 0, isQueued: true });
      follow(meeting, order, abort.signal, ({ state, percent }) =>
        setMade({ status: 'making', percent, isQueued: state === 'queued' }),
      ).then(
        (job) => setMade(outcomeOf(meeting, job)),
        (cause: unknown) => {
          if (!abort.signal.aborted) setMade({ status: 'failed', reason: problemText(asProblem(cause)) });
        },
      );
    },
    [meeting],
  );
  return { made, make, stop };
}

/** Asks until the job has come to its end, and tells the server when nobody wants it any more. */
async function follow(
  meeting: string,
  order: DocumentOrder,
  signal: AbortSignal,
  onProgress: (job: DocumentJob) => void,
): Promise<DocumentJob> {
  let job = await call(endpoints.make, { params: { meeting }, body: order });
  const params = { meeting, job: job.id };
  const giveUp = () => void call(endpoints.cancel, { params }).catch(() => {});
  if (signal.aborted) giveUp();
  signal.throwIfAborted();
  signal.addEventListener('abort', giveUp, { once: true });
  while (job.state === 'queued' || job.state === 'working') {
    onProgress(job);
    await later(looksEveryMs, signal);
    job = await call(endpoints.look, { params }, { signal });
  }
  // A file that is there may still be fetched by a browser that has only begun to.
  signal.removeEventListener('abort', giveUp);
  return job;
}

function outcomeOf(meeting: string, { id, state, fileName, isPrintable, problem }: DocumentJob): Made {
  if (state !== 'ready') return { status: 'failed', reason: problemText({ code: problem ?? 'internal' }) };
  const address = addressOf(endpoints.file.path, { meeting, job: id });
  return { status: 'ready', address, fileName, isPrintable };
}

function later(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
