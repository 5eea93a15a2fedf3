import { type FormEvent, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog, TextArea } from '#ui';
import styles from './decline-dialog.module.css';

interface DeclineDialogProps {
  readonly hop: string;
  readonly onClose: () => void;
  readonly onDecline: (reason: string) => Promise<void>;
}

/** Why somebody does not come; the reason is asked for, and goes to the desk alone. */
export function DeclineDialog({ hop, onClose, onDecline }: DeclineDialogProps) {
  const { t } = useTranslation('meeting');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '' || isBusy) return;
    setBusy(true);
    await onDecline(reason.trim());
    setBusy(false);
  }
  return (
    <Dialog open title={t('invitation.declineTitle', { hop })} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)} noValidate>
        <TextArea
          label={t('invitation.reason')}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          error={asked && reason.trim() === '' ? t('invitation.reasonMissing') : undefined}
          testId="invitation-reason"
        />
        <Button
          type="submit"
          tone="primary"
          size="primary"
          wide
          busy={isBusy}
          testId="invitation-decline-submit"
        >
          {t('invitation.decline')}
        </Button>
      </form>
    </Dialog>
  );
}
