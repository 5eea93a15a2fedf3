import type { PaperView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog } from '#ui';
import { IconRotateClockwise } from '#ui/icons';
import styles from '../versions/versions.module.css';
import { useStraightening } from './use-straightening.ts';

interface StraightenDialogProps {
  readonly meeting: string;
  readonly paper: PaperView;
  readonly onClose: () => void;
}

/** Says what straightening does, then how far it is. It goes on when the dialog is closed, and is found again later. */
export function StraightenDialog({ meeting, paper, onClose }: StraightenDialogProps) {
  const { t } = useTranslation(['version', 'common']);
  const { isWorking, problem, begin } = useStraightening(meeting, paper, onClose);
  return (
    <Dialog open title={t('straighten.title')} onClose={onClose} testId="straighten-dialog">
      <p>{t('straighten.text', { title: paper.title, n: paper.version + 1 })}</p>
      {isWorking && <p role="status">{t('straighten.working', { n: paper.pages })}</p>}
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={styles.acts}>
        <Button onClick={onClose}>{t('action.close', { ns: 'common' })}</Button>
        <Button
          tone="primary"
          icon={<IconRotateClockwise aria-hidden="true" />}
          busy={isWorking}
          onClick={begin}
          testId="straighten-start"
        >
          {t('straighten.start')}
        </Button>
      </div>
    </Dialog>
  );
}
