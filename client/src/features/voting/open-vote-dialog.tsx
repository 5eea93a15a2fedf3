import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { useState } from 'react';
import { useOrder } from '#meeting';
import { useTranslation } from '#platform/i18n';
import { Button, ConfirmDialog, TextArea } from '#ui';
import { votesOnItem } from './vote-figures.ts';
import styles from './vote-panel.module.css';

interface OpenVoteDialogProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
  readonly onClose: () => void;
}

const durations = ['60', '120', '180', '300', 'none'] as const;
type Duration = (typeof durations)[number];

/** Puts the question. Who may vote and over whom the majority is counted is computed, never typed. */
export function OpenVoteDialog({ view, item, onClose }: OpenVoteDialogProps) {
  const { t } = useTranslation(['desk', 'voting', 'meeting']);
  const order = useOrder();
  const round = votesOnItem(view, item.id).length + 1;
  const [question, setQuestion] = useState(t('vote.questionFirst', { title: item.title }));
  const [reason, setReason] = useState('');
  const [duration, setDuration] = useState<Duration>('120');
  const [isTried, setTried] = useState(false);
  const lacksQuestion = question.trim() === '';
  const lacksReason = round > 1 && reason.trim() === '';
  async function open() {
    setTried(true);
    if (lacksQuestion || lacksReason) return;
    const receipt = await order({
      type: 'OpenVoting',
      item: item.id,
      round,
      question: question.trim(),
      reason: round > 1 ? reason.trim() : null,
      durationMs: duration === 'none' ? null : Number(duration) * 1_000,
    });
    if (receipt !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('vote.openTitle', { n: item.number })}
      action={t('vote.open')}
      onConfirm={open}
      onClose={onClose}
      testId="vote-open-confirm"
    >
      <TextArea
        label={t('vote.question')}
        required
        rows={2}
        maxLength={2000}
        error={isTried && lacksQuestion ? t('vote.questionMissing') : undefined}
        value={question}
        onChange={setQuestion}
        testId="vote-question"
      />
      {round > 1 && (
        <TextArea
          label={t('vote.reason', { n: round })}
          required
          rows={2}
          maxLength={1000}
          error={isTried && lacksReason ? t('vote.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
          testId="vote-reason"
        />
      )}
      <Sets view={view} />
      <fieldset className={styles.tiles}>
        <legend>{t('vote.duration')}</legend>
        {durations.map((one) => (
          <Button
            key={one}
            tone={one === duration ? 'soft' : 'outline'}
            aria-pressed={one === duration}
            onClick={() => setDuration(one)}
            testId={`vote-duration-${one}`}
          >
            {one === 'none' ? t('vote.noLimit') : t('agenda.minutes', { n: Number(one) / 60 })}
          </Button>
        ))}
      </fieldset>
    </ConfirmDialog>
  );
}

/** The two sets of a vote: all members for the majority, the members here for the ballots. */
function Sets({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation(['desk', 'voting']);
  const { quorum, meeting } = view;
  const choices = meeting.choices.map((choice) => t(`voting:choice.${choice}`)).join(' / ');
  return (
    <ul className={styles.sets}>
      {quorum !== null && (
        <>
          <li data-testid="vote-sets">{t('vote.sets', { n: quorum.total, p: quorum.present })}</li>
          <li>
            {t('voting:verdict.neededOf', { needed: Math.floor(quorum.total / 2) + 1, total: quorum.total })}
          </li>
        </>
      )}
      <li>{t('vote.choices', { list: choices })}</li>
      <li>{t('vote.openEffect')}</li>
    </ul>
  );
}
