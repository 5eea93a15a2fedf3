import type { MeetingView } from '@hopso/shared/session';
import { useState } from 'react';
import { listed } from '#attendance';
import { useOrder } from '#meeting';
import { meetingWords, useTranslation } from '#platform/i18n';
import { ConfirmDialog, SelectField } from '#ui';

interface HandOverDialogProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
}

/** Gives the chair to another participant, from now on and on record. The tie stays with the Chair's seat. */
export function HandOverDialog({ view, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const [to, setTo] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const { presidingId, presidingName, gathering, hostName } = view.meeting;
  const words = meetingWords(gathering);
  const people = listed(view).filter(
    ({ personId, capacity }) => personId !== presidingId && canPreside(capacity),
  );
  async function handOver() {
    setTried(true);
    if (to === null || presidingId === null) return;
    if ((await order({ type: 'HandOverChair', from: presidingId, to })) !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('handOver.title', { chuToa: words.chuToa })}
      action={t('handOver.action')}
      onConfirm={handOver}
      onClose={onClose}
      testId="desk-hand-over-confirm"
    >
      {/* The focus begins here: on the field it would open the list at once. */}
      <p tabIndex={-1} data-autofocus>
        {t('handOver.now', { ChuToa: words.ChuToa, name: presidingName ?? '–' })}
      </p>
      <SelectField
        label={t('handOver.to')}
        required
        searchable
        emptyText={t('attendance.noMatch')}
        options={people.map(({ personId, name, post, unit }) => ({
          value: personId,
          // Posts repeat from one body to the next: the unit tells them apart.
          label: [name, post, unit].filter((part) => part !== '').join(' – '),
        }))}
        error={isTried && to === null ? t('handOver.missing') : undefined}
        value={to}
        onChange={setTo}
        testId="hand-over-to"
      />
      <p>{t('handOver.effect', { hop: words.hop })}</p>
      {view.meeting.hasVoting && <p>{t('handOver.tie', { uyBan: hostName })}</p>}
    </ConfirmDialog>
  );
}

const canPreside = (capacity: string): boolean => capacity === 'chair' || capacity === 'member';
