import type { MeetingView, PersonalView } from '@hopso/shared/session';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNow } from '#platform/clock';
import { formatDate, formatTime, useTranslation } from '#platform/i18n';
import { IconCircleCheck } from '#ui/icons';
import styles from './check-in.module.css';
import { OrderButton } from './order-button.tsx';

/** Fetched while the button is looked at, so that the tap waits for nothing. */
const dialog = () => import('./check-in-dialog.tsx');
const CheckInDialog = lazy(async () => ({ default: (await dialog()).CheckInDialog }));

interface CheckInButtonProps {
  readonly view: MeetingView;
  readonly mine: PersonalView | null;
}

/** Not there yet: one large button. There: how, and the way to correct it. */
export function CheckInButton({ view, mine }: CheckInButtonProps) {
  const { t } = useTranslation('meeting');
  const now = useNow(30_000);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => void dialog().catch(() => {}), []);
  if (mine === null || mine.status === null || mine.may.CheckIn !== true) return null;
  const { phase, checkInOpensAt } = view.meeting;
  if (phase === 'published' && now < checkInOpensAt) {
    return (
      <p className={styles.later}>
        {t('checkIn.opensAt', { gio: formatTime(checkInOpensAt), ngay: formatDate(checkInOpensAt) })}
      </p>
    );
  }
  const { status } = mine;
  const isPresent = status === 'room' || status === 'online' || status === 'site';
  return (
    <>
      {isPresent ? (
        <OrderButton
          order="CheckIn"
          tone="plain"
          icon={<IconCircleCheck className={styles.present} aria-hidden="true" />}
          onPress={() => setAsking(true)}
          testId="check-in-done"
        >
          <span data-presence-words="">{t(`status.${status}`, { diemCau: mine.site ?? '' })}</span>
        </OrderButton>
      ) : (
        <OrderButton
          order="CheckIn"
          tone="primary"
          size="primary"
          onPress={() => setAsking(true)}
          testId="check-in"
        >
          {t('checkIn.action')}
        </OrderButton>
      )}
      {isAsking && (
        <Suspense fallback={null}>
          <CheckInDialog view={view} mine={mine} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
