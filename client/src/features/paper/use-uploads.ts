import type { Upload } from '@hopso/shared/paper';
import { useMemo, useSyncExternalStore } from 'react';
import { addressOf, sendFile } from '#platform/api';
import { useRun } from '#platform/live-store';
import { UploadQueue, type UploadTask } from './upload-queue.ts';

/** The files on their way into a meeting, for as long as the page that sends them stands. */
export function useUploads(meeting: string): {
  readonly queue: UploadQueue;
  readonly tasks: readonly UploadTask[];
} {
  const run = useRun();
  const queue = useMemo(
    () =>
      new UploadQueue({
        send: async (file, onProgress) => {
          const address = addressOf('/api/meetings/:meeting/uploads', { meeting });
          const { upload } = await sendFile<{ readonly upload: Upload }>(address, file, { onProgress });
          return upload;
        },
        lay: async (item, { id }, title, replaces) => {
          if (replaces === null) await run({ type: 'AddPaper', item, upload: id, title });
          else await run({ type: 'AddPaperVersion', ...replaces, upload: id });
        },
      }),
    [meeting, run],
  );
  const tasks = useSyncExternalStore(queue.subscribe, () => queue.tasks);
  return { queue, tasks };
}
