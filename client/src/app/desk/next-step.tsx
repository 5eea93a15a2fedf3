import type { ItemView, MeetingView } from '@hopso/shared/session';
import { nextItem, spentMsOf } from '#agenda';
import { copiesOut } from '#copies';
import { OrderButton, useOrder } from '#meeting';
import { useNow } from '#platform/clock';
import { formatDuration, meetingWords, useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import { Link, paths } from '#platform/navigation';
import { Button, buttonClass, ConfirmDialog } from '#ui';
import { IconArrowRight } from '#ui/icons';
import { followerCount } from './consequences.ts';
import type { DeskDialog } from './desk-screen.tsx';
import styles from './next-step.module.css';
import { UndoBar } from './undo-bar.tsx';

interface NextStepProps {
  readonly view: MeetingView;
  readonly onDialog: (dialog: DeskDialog) => void;
  readonly onMoved: () => void;
}

/** The one thing that leads on from here, large, with what it will do; for eight seconds after it, the way back. */
export function NextStep({ view, onDialog, onMoved }: NextStepProps) {
  const { t } = useTranslation('desk');
  const move = useMove(view, onMoved);
  const { phase, gathering } = view.meeting;
  const { hop } = meetingWords(gathering);
  const next = nextItem(view, view.meeting.currentItemId);
  if (phase === 'draft' || phase === 'ended' || phase === 'postponed')
    return <AtRest view={view} onDialog={onDialog} />;
  return (
    <div className={styles.step}>
      <UndoBar view={view} />
      {phase === 'published' && (
        <Button
          tone="primary"
          size="primary"
          wide
          onClick={() => onDialog(view.quorum?.isMet === false ? 'quorum' : 'start')}
          testId="desk-next"
        >
          {t('act.start', { hop })}
        </Button>
      )}
      {phase !== 'published' && next !== null && (
        <OrderButton
          order="GoToItem"
          tone="primary"
          size="primary"
          wide
          icon={<IconArrowRight aria-hidden="true" />}
          onPress={() => void move(next)}
          testId="desk-next"
        >
          {t('next.go', { n: next.number })}
        </OrderButton>
      )}
      {phase !== 'published' && next === null && (
        <OrderButton
          order="EndMeeting"
          tone="primary"
          size="primary"
          wide
          onPress={() => onDialog('end')}
          testId="desk-next"
        >
          {t('act.end', { hop })}
        </OrderButton>
      )}
      {phase !== 'published' && next !== null && <Effect view={view} next={next} />}
    </div>
  );
}

/** Nothing leads on from the desk: where to go instead. */
function AtRest({ view, onDialog }: Omit<NextStepProps, 'onMoved'>) {
  const { t } = useTranslation('desk');
  const { id, phase, gathering, postponed } = view.meeting;
  const { Hop } = meetingWords(gathering);
  if (phase === 'postponed') {
    return (
      <div className={styles.step}>
        <p>{t('rest.postponed', { Hop, lyDo: postponed?.reason ?? '' })}</p>
        <Button
          tone="primary"
          size="primary"
          wide
          onClick={() => onDialog('postpone')}
          testId="desk-new-time"
        >
          {t('rest.newTime')}
        </Button>
      </div>
    );
  }
  const isEnded = phase === 'ended';
  return (
    <div className={styles.step}>
      <p>{isEnded ? t('rest.ended', { Hop }) : t('rest.draft')}</p>
      <Link
        href={isEnded ? paths.result(id) : paths.prepare(id)}
        className={buttonClass('primary', 'primary', true)}
        testId={isEnded ? 'desk-result' : 'desk-prepare'}
      >
        {t(isEnded ? 'rest.result' : 'rest.prepare')}
      </Link>
    </div>
  );
}

/** Moves the session to an item, from where this desk sees it. */
export function useMove(view: MeetingView, onMoved: () => void) {
  const order = useOrder();
  return async (item: ItemView) => {
    const receipt = await order({ type: 'GoToItem', from: view.meeting.currentItemId, to: item.id });
    if (receipt !== null) onMoved();
    return receipt;
  };
}

interface EffectProps {
  readonly view: MeetingView;
  readonly next: ItemView;
}

/** What the move will do: which item closes after how long, which opens, how many follow. */
function Effect({ view, next }: EffectProps) {
  const { t } = useTranslation('desk');
  const now = useNow(30_000);
  const followers = useLive(({ presence }) => followerCount(presence, view.participants));
  const { currentItemId } = view.meeting;
  const current = currentItemId === null ? undefined : view.items[currentItemId];
  const out = copiesOut(view).find(({ itemId }) => itemId === currentItemId);
  const parts = [
    current === undefined || current.isListed
      ? null
      : t('next.closes', { n: current.number, duration: formatDuration(spentMsOf(current, now)) }),
    out === undefined ? null : t('next.copiesOut', { ds: t('copiesOf', out) }),
    followers === 0 ? null : t('next.followers', { n: followers }),
    next.isListed ? null : t('next.opens', { title: next.title }),
  ];
  return (
    <p className={styles.effect} data-testid="desk-next-effect">
      {parts.filter((part) => part !== null).join(' · ')}
    </p>
  );
}

interface NextStepDialogProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** The same move by key, which asks first: a key is pressed by accident more easily than a button. */
export function NextStepDialog({ view, onClose, onMoved }: NextStepDialogProps) {
  const { t } = useTranslation('desk');
  const next = nextItem(view, view.meeting.currentItemId);
  const move = useMove(view, onMoved);
  if (next === null) return null;
  async function go() {
    if (next !== null && (await move(next)) !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('next.title', { n: next.number })}
      action={t('next.go', { n: next.number })}
      onConfirm={go}
      onClose={onClose}
      testId="desk-next-confirm"
    >
      <Effect view={view} next={next} />
    </ConfirmDialog>
  );
}
