import { useTranslation } from '#platform/i18n';
import { ConfirmDialog } from '#ui';

interface LeaveDialogProps {
  readonly count: number;
  readonly onLeave: () => Promise<void>;
  readonly onClose: () => void;
}

/** Before signing out with notes that have not been sent: how many, and that they will be lost. */
export function LeaveDialog({ count, onLeave, onClose }: LeaveDialogProps) {
  const { t } = useTranslation('offline');
  return (
    <ConfirmDialog
      open
      title={t('leave.title', { n: count })}
      action={t('leave.action')}
      onConfirm={onLeave}
      onClose={onClose}
      testId="sign-out-unsent-confirm"
    >
      <p>{t('leave.effect')}</p>
    </ConfirmDialog>
  );
}
