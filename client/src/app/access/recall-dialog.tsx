import type { PaperView } from '@hopso/shared/session';
import { useState } from 'react';
import { useOrder } from '#meeting';
import { useTranslation } from '#platform/i18n';
import { ConfirmDialog, TextArea } from '#ui';

export interface RecallDialogProps {
  readonly paper: PaperView;
  readonly onClose: () => void;
}

/** Readers lose the file at once; the record keeps that it was there, and why it went. */
export function RecallDialog({ paper, onClose }: RecallDialogProps) {
  const { t } = useTranslation('access');
  const order = useOrder();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  async function recall() {
    setTried(true);
    if (reason.trim() === '') return;
    const receipt = await order({
      type: 'WithdrawPaper',
      paper: paper.id,
      rev: paper.rev,
      reason: reason.trim(),
    });
    if (receipt !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('recall.title')}
      action={t('recall.action')}
      danger
      onConfirm={recall}
      onClose={onClose}
      testId="paper-withdraw-confirm"
    >
      <p>{t('recall.effect', { title: paper.title })}</p>
      <TextArea
        label={t('recall.reason')}
        required
        rows={2}
        maxLength={1000}
        error={isTried && reason.trim() === '' ? t('recall.missing') : undefined}
        value={reason}
        onChange={setReason}
        testId="paper-withdraw-reason"
      />
    </ConfirmDialog>
  );
}
