import { type ComponentType, useEffect, useState } from 'react';
import { loadArea, problemText } from '#platform/i18n';
import { showToast } from '#ui';
import type { DownloadDialogProps } from './download-dialog.tsx';

type DialogPart = ComponentType<DownloadDialogProps>;

/** The download dialog, fetched when it is first opened. */
export function Download(props: DownloadDialogProps) {
  const { onClose } = props;
  const [DownloadDialog, setPart] = useState<DialogPart | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched once, when it is opened
  useEffect(() => {
    Promise.all([import('./download-dialog.tsx'), loadArea('document')]).then(
      ([part]) => setPart(() => part.DownloadDialog),
      () => {
        showToast(problemText({ code: 'net/offline' }), { tone: 'danger' });
        onClose();
      },
    );
  }, []);
  return DownloadDialog === null ? null : <DownloadDialog {...props} />;
}
