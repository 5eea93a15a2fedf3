import type { ItemOutcome } from '@hopso/shared/decision';
import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { useOrder } from '#meeting';
import { meetingWords, problemText, useTranslation } from '#platform/i18n';
import { Button, showToast } from '#ui';
import { IconCheck, IconLock } from '#ui/icons';
import styles from './outcome-picker.module.css';
import { outcomeOrder, outcomeRefusalOf } from './outcomes.ts';

interface OutcomePickerProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
}

/** How the item ended, in one tap. What the rules refuse shows a lock and says why when it is pressed. */
export function OutcomePicker({ view, item }: OutcomePickerProps) {
  const { t } = useTranslation(['desk', 'meeting']);
  const order = useOrder();
  const words = meetingWords(view.meeting.gathering);
  const votes = view.voteOrder.flatMap((id) =>
    view.votes[id]?.itemId === item.id ? (view.votes[id] ?? []) : [],
  );
  async function choose(outcome: ItemOutcome) {
    const before = item.outcome;
    const receipt = await order({ type: 'SetItemOutcome', item: item.id, from: before, outcome });
    if (receipt === null || before === null) return;
    const undo = () => void order({ type: 'SetItemOutcome', item: item.id, from: outcome, outcome: before });
    showToast(t('outcome.changed'), { undo });
  }
  return (
    <fieldset className={styles.picker}>
      <legend className={styles.legend}>{t('outcome.title')}</legend>
      {outcomeOrder.map((outcome) => {
        const refusal = outcomeRefusalOf(item, votes, outcome, view.meeting.phase);
        const isChosen = item.outcome === outcome;
        return (
          <Button
            key={outcome}
            tone={isChosen ? 'soft' : 'outline'}
            aria-pressed={isChosen}
            icon={isChosen ? <IconCheck aria-hidden="true" /> : refusal && <IconLock aria-hidden="true" />}
            {...(refusal !== null && { 'aria-disabled': true, title: problemText({ code: refusal }) })}
            onClick={() => {
              if (refusal !== null) showToast(problemText({ code: refusal }));
              else if (!isChosen) void choose(outcome);
            }}
            testId={`outcome-${outcome}`}
          >
            {t(`meeting:outcome.${outcome}`, { hop: words.hop })}
          </Button>
        );
      })}
    </fieldset>
  );
}
