import type { MeetingView, PersonalView } from '@hopso/shared/session';
import { lazy, Suspense, useState } from 'react';
import { meetingWords, useTranslation } from '#platform/i18n';
import { Badge } from '#ui';
import styles from './invitation-reply.module.css';
import { OrderButton } from './order-button.tsx';
import { useOrder } from './use-order.ts';

const DeclineDialog = lazy(async () => ({ default: (await import('./decline-dialog.tsx')).DeclineDialog }));

interface InvitationReplyProps {
  readonly view: MeetingView;
  readonly mine: PersonalView | null;
}

/** Before the session: coming or not, and why not. It can be changed until the session begins. */
export function InvitationReply({ view, mine }: InvitationReplyProps) {
  const { t } = useTranslation('meeting');
  const order = useOrder();
  const [isChanging, setChanging] = useState(false);
  const [isDeclining, setDeclining] = useState(false);
  if (mine === null || mine.capacity === null || mine.may.AnswerInvitation !== true) return null;
  if (mine.invitation !== 'none' && !isChanging) {
    return (
      <div className={styles.reply}>
        <Badge tone={mine.invitation === 'accepted' ? 'good' : 'notice'} testId="invitation-answer">
          {t(`invitation.${mine.invitation}`)}
        </Badge>
        <OrderButton
          order="AnswerInvitation"
          tone="plain"
          onPress={() => setChanging(true)}
          testId="invitation-change"
        >
          {t('invitation.change')}
        </OrderButton>
      </div>
    );
  }
  async function answer(reply: 'accepted' | 'declined', reason: string | null) {
    const receipt = await order({ type: 'AnswerInvitation', answer: reply, reason });
    if (receipt === null) return;
    setChanging(false);
    setDeclining(false);
  }
  return (
    <fieldset className={styles.reply}>
      <legend className="visually-hidden">{t('invitation.title')}</legend>
      <OrderButton
        order="AnswerInvitation"
        tone="primary"
        onPress={() => void answer('accepted', null)}
        testId="invitation-accept"
      >
        {t('invitation.accept')}
      </OrderButton>
      <OrderButton order="AnswerInvitation" onPress={() => setDeclining(true)} testId="invitation-decline">
        {t('invitation.decline')}
      </OrderButton>
      {isDeclining && (
        <Suspense fallback={null}>
          <DeclineDialog
            hop={meetingWords(view.meeting.gathering).hop}
            onClose={() => setDeclining(false)}
            onDecline={(reason) => answer('declined', reason)}
          />
        </Suspense>
      )}
    </fieldset>
  );
}
