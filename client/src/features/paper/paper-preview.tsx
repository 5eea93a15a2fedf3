import type { PaperView } from '@hopso/shared/session';
import type { ComponentProps, ReactNode } from 'react';
import { Dialog } from '#ui';
import styles from './paper-preview.module.css';
import { PaperReader } from './paper-reader.tsx';

interface PaperPreviewProps extends Pick<ComponentProps<typeof PaperReader>, 'handle' | 'overlay'> {
  readonly meeting: string;
  readonly paper: PaperView;
  /** What stands at the left of the reader's tools. */
  readonly beside?: ReactNode;
  readonly onClose: () => void;
}

/** A paper as its readers will have it, without leaving the page. */
export function PaperPreview({ meeting, paper, beside = null, onClose, ...layers }: PaperPreviewProps) {
  return (
    <Dialog open title={paper.title} onClose={onClose} size="wide" testId="paper-preview">
      <div className={styles.preview}>
        <PaperReader key={paper.id} meeting={meeting} paper={paper} beside={beside} {...layers} />
      </div>
    </Dialog>
  );
}
