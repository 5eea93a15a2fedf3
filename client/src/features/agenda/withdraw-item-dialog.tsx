import type { OpenItemView } from '@hopso/shared/session';
import { useState } from 'react';
import { useOrder } from '#meeting';
import { type MeetingWords, useTranslation } from '#platform/i18n';
import { ConfirmDialog, TextArea, TextField } from '#ui';

interface WithdrawItemDialogProps {
  readonly item: OpenItemView;
  readonly words: MeetingWords;
  readonly onClose: () => void;
}

/** Takes an item off the published agenda; reason and consent go on record. */
export function WithdrawItemDialog({ item, words, onClose }: WithdrawItemDialogProps) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const [reason, setReason] = useState('');
  const [consent, setConsent] = useState('');
  const [isTried, setTried] = useState(false);
  async function withdraw() {
    setTried(true);
    if (reason.trim() === '' || consent.trim() === '') return;
    const receipt = await order({
      type: 'WithdrawItem',
      item: item.id,
      rev: item.rev,
      reason: reason.trim(),
      consent: consent.trim(),
    });
    if (receipt !== null) onClose();
  }
  const missing = (text: string) => (isTried && text.trim() === '' ? t('item.fault.missing') : undefined);
  return (
    <ConfirmDialog
      open
      title={t('withdraw.title', { n: item.number })}
      action={t('withdraw.action')}
      danger
      onConfirm={withdraw}
      onClose={onClose}
      testId="item-withdraw-confirm"
    >
      <p>
        {t('withdraw.effect', { title: item.title })}
        {item.children.length > 0 && ` ${t('withdraw.parts')}`}
      </p>
      <TextArea
        label={t('withdraw.reason')}
        required
        rows={2}
        maxLength={1000}
        error={missing(reason)}
        value={reason}
        onChange={setReason}
        testId="item-withdraw-reason"
      />
      <TextField
        label={t('item.consent')}
        hint={t('withdraw.consentHint', { ...words })}
        required
        maxLength={500}
        error={missing(consent)}
        value={consent}
        onChange={setConsent}
        testId="item-withdraw-consent"
      />
    </ConfirmDialog>
  );
}
