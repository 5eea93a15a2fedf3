import type { PaperView } from '@hopso/shared/session';
import { Dialog } from '#ui';
import styles from './paper-preview.module.css';
import { PaperReader } from './paper-reader.tsx';

interface PaperPreviewProps {
  readonly meeting: string;
  readonly paper: PaperView;
  readonly onClose: () => void;
}

/** A paper as its readers will have it, without leaving the page. */
export function PaperPreview({ meeting, paper, onClose }: PaperPreviewProps) {
  return (
    <Dialog open title={paper.title} onClose={onClose} size="wide" testId="paper-preview">
      <div className={styles.preview}>
        <PaperReader key={paper.id} meeting={meeting} paper={paper} beside={null} />
      </div>
    </Dialog>
  );
}
