import type { MeetingView } from '@hopso/shared/session';
import { useOrder } from '#meeting';
import { useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconUserCheck } from '#ui/icons';
import styles from './lead-band.module.css';

interface LeadBandProps {
  readonly view: MeetingView;
  readonly selfId: string;
}

/** One desk leads at a time. Another one says who does, and can take over in one tap. */
export function LeadBand({ view, selfId }: LeadBandProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const { deskHolderId, deskHolderName, phase } = view.meeting;
  if (deskHolderId === null || deskHolderId === selfId || phase === 'ended') return null;
  const name = deskHolderName ?? t('lead.someone');
  return (
    <div className={styles.band} data-testid="desk-lead">
      <span>{t('lead.by', { name })}</span>
      <Button
        icon={<IconUserCheck aria-hidden="true" />}
        onClick={() => void order({ type: 'TakeOverDesk', from: deskHolderId })}
        testId="desk-take-over"
      >
        {t('lead.take', { nguoi: name })}
      </Button>
    </div>
  );
}
