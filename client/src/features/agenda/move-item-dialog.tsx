import type { OpenItemView } from '@hopso/shared/session';
import { useState } from 'react';
import { useOrder } from '#meeting';
import { useTranslation } from '#platform/i18n';
import { ConfirmDialog, TextField } from '#ui';
import type { Placement } from './placement.ts';

interface MoveItemDialogProps {
  readonly item: OpenItemView;
  readonly to: Placement;
  readonly onClose: () => void;
}

/** Puts an item of the published agenda elsewhere; who consents goes on record. */
export function MoveItemDialog({ item, to, onClose }: MoveItemDialogProps) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const [consent, setConsent] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = consent.trim() === '';
  async function move() {
    setTried(true);
    if (isMissing) return;
    const receipt = await order({
      type: 'MoveItem',
      item: item.id,
      rev: item.rev,
      ...to,
      consent: consent.trim(),
    });
    if (receipt !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('move.title', { n: item.number })}
      action={t('move.action')}
      onConfirm={move}
      onClose={onClose}
      testId="item-move-confirm"
    >
      <p>{t('move.effect')}</p>
      <TextField
        label={t('item.consent')}
        hint={t('item.consentHint')}
        required
        maxLength={500}
        error={isTried && isMissing ? t('item.fault.consent') : undefined}
        value={consent}
        onChange={setConsent}
        testId="item-move-consent"
      />
    </ConfirmDialog>
  );
}
