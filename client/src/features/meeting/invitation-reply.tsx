import type { MeetingView, PersonalView } from '@hopso/shared/session';
import { type FormEvent, useState } from 'react';
import { meetingWords, useTranslation } from '#platform/i18n';
import { Badge, Button, Dialog, TextArea } from '#ui';
import styles from './invitation-reply.module.css';
import { useOrder } from './use-order.ts';

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
        <Button tone="plain" onClick={() => setChanging(true)} testId="invitation-change">
          {t('invitation.change')}
        </Button>
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
      <Button tone="primary" onClick={() => void answer('accepted', null)} testId="invitation-accept">
        {t('invitation.accept')}
      </Button>
      <Button onClick={() => setDeclining(true)} testId="invitation-decline">
        {t('invitation.decline')}
      </Button>
      {isDeclining && (
        <DeclineDialog
          hop={meetingWords(view.meeting.gathering).hop}
          onClose={() => setDeclining(false)}
          onDecline={(reason) => answer('declined', reason)}
        />
      )}
    </fieldset>
  );
}

interface DeclineDialogProps {
  readonly hop: string;
  readonly onClose: () => void;
  readonly onDecline: (reason: string) => Promise<void>;
}

function DeclineDialog({ hop, onClose, onDecline }: DeclineDialogProps) {
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
