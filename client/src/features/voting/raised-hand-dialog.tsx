import type { OpenVoteView, ParticipantView } from '@hopso/shared/session';
import { useState } from 'react';
import { useOrder } from '#meeting';
import { useTranslation } from '#platform/i18n';
import { Checkbox, ConfirmDialog, OptionTiles } from '#ui';
import styles from './vote-panel.module.css';

type Choice = OpenVoteView['choices'][number];

interface RaisedHandDialogProps {
  readonly vote: OpenVoteView;
  readonly person: ParticipantView;
  readonly onClose: () => void;
}

/** The secretary enters what was raised by hand. Replacing the member's own ballot is said aloud first. */
export function RaisedHandDialog({ vote, person, onClose }: RaisedHandDialogProps) {
  const { t } = useTranslation(['desk', 'voting']);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [isTried, setTried] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const [needsWord, setNeedsWord] = useState(vote.voted?.[person.personId]?.source === 'tablet');
  const order = useOrder({
    onRefused: ({ code }) => {
      if (code === 'voting/replaces-other-source') setNeedsWord(true);
      return code === 'voting/replaces-other-source';
    },
  });
  async function record() {
    setTried(true);
    if (choice === null || (needsWord && !isReplacing)) return;
    const receipt = await order({
      type: 'RecordRaisedHand',
      vote: vote.id,
      round: vote.round,
      person: person.personId,
      choice,
      ...(needsWord && { replaces: 'tablet' as const }),
    });
    if (receipt !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('hand.title', { name: person.name })}
      action={
        choice === null ? t('hand.choose') : t('hand.record', { luaChon: t(`voting:choice.${choice}`) })
      }
      onConfirm={record}
      onClose={onClose}
      testId="raised-hand-confirm"
    >
      <p className={styles.question}>{vote.question}</p>
      <OptionTiles
        label={t('hand.choose')}
        tiles={vote.choices.map((one) => ({
          value: one,
          label: t(`voting:choice.${one}`),
          testId: `raised-hand-${one}`,
        }))}
        value={choice}
        onChange={setChoice}
        pointedAt={isTried && choice === null}
      />
      {needsWord && (
        <Checkbox
          label={t('hand.replaces')}
          error={isTried && !isReplacing ? t('hand.replacesMissing') : undefined}
          value={isReplacing}
          onChange={setReplacing}
          testId="raised-hand-replaces"
        />
      )}
      <p className={styles.quiet}>{t('hand.note')}</p>
    </ConfirmDialog>
  );
}
