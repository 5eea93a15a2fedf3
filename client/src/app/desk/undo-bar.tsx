import type { MeetingView } from '@hopso/shared/session';
import { useOrder } from '#meeting';
import { useNow } from '#platform/clock';
import { useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconArrowBackUp } from '#ui/icons';
import styles from './next-step.module.css';

/** How long the way back is offered; the server takes it two seconds longer, for a weak network. */
const offeredMs = 8_000;

/** Takes the last move back, clocks included. */
export function UndoBar({ view }: { readonly view: MeetingView }) {
  const { lastMove } = view.meeting;
  return lastMove === null ? null : <Offer key={lastMove.seq} view={view} lastMove={lastMove} />;
}

interface OfferProps {
  readonly view: MeetingView;
  readonly lastMove: NonNullable<MeetingView['meeting']['lastMove']>;
}

function Offer({ view, lastMove }: OfferProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const left = lastMove.at + offeredMs - useNow();
  if (left <= 0) return null;
  const to = view.items[lastMove.to]?.number ?? '';
  return (
    <div className={styles.undo} role="status">
      <span>{t('undo.moved', { n: to })}</span>
      <Button
        icon={<IconArrowBackUp aria-hidden="true" />}
        onClick={() => void order({ type: 'UndoItemMove', of: lastMove.seq })}
        testId="desk-undo"
      >
        {t('undo.act', { s: Math.ceil(left / 1_000) })}
      </Button>
    </div>
  );
}
