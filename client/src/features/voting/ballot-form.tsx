import type { Choice } from '@hopso/shared/meeting';
import type { OpenVoteView, OwnBallot } from '@hopso/shared/session';
import { useEffect, useRef, useState } from 'react';
import { OrderButton } from '#meeting';
import { problemText, useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import { announce, Button, ConfirmDialog, OptionTiles } from '#ui';
import { IconCheck, IconMinus, IconX } from '#ui/icons';
import styles from './ballot.module.css';
import { OwnReceipt } from './own-receipt.tsx';
import type { BallotSending, Delivery } from './use-ballot.ts';

interface BallotFormProps {
  readonly vote: OpenVoteView;
  readonly own: OwnBallot | null;
  readonly sending: BallotSending;
}

const marks = { approve: <IconCheck />, disapprove: <IconX />, abstain: <IconMinus /> };

/** Two taps: choose, then one wide button that repeats the choice. What was recorded stands instead of the tiles. */
export function BallotForm({ vote, own, sending }: BallotFormProps) {
  const [isChanging, setChanging] = useState(false);
  if (own !== null && !isChanging && sending.delivery.stage === 'none') {
    return <Recorded vote={vote} own={own} onChange={() => setChanging(true)} />;
  }
  return <ChoiceForm {...{ vote, own, sending }} onDone={() => setChanging(false)} />;
}

interface RecordedProps {
  readonly vote: OpenVoteView;
  readonly own: OwnBallot;
  readonly onChange: () => void;
}

function Recorded({ vote, own, onChange }: RecordedProps) {
  const { t } = useTranslation('voting');
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone; without this the focus would fall to the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);
  const said = t('ballot.recorded', { luaChon: t(`choice.${own.choice}`) });
  useEffect(() => announce(said), [said]);
  return (
    <div ref={box} tabIndex={-1} className={styles.done}>
      <OwnReceipt vote={vote} own={own} />
      <Button wide onClick={onChange} testId="vote-change">
        {t('ballot.change')}
      </Button>
      <p className={styles.note}>{t('ballot.changeable')}</p>
    </div>
  );
}

function ChoiceForm({ vote, own, sending, onDone }: BallotFormProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('voting');
  const { delivery, cast, forget } = sending;
  const [chosen, setChosen] = useState<Choice | null>(delivery.stage === 'none' ? null : delivery.choice);
  const [pointed, setPointed] = useState(0);
  const [isReplacing, setReplacing] = useState(false);
  // Of a vote that this device only remembers nobody knows whether it still runs.
  const isKept = useLive(({ epoch }) => epoch === '');
  const isBusy = delivery.stage === 'sending' || delivery.stage === 'retrying';
  function handleSubmit() {
    if (isBusy) return;
    if (chosen === null) setPointed((count) => count + 1);
    else if (own?.source === 'clerk') setReplacing(true);
    else send(chosen);
  }
  function send(choice: Choice, replaces?: 'clerk') {
    onDone();
    cast(choice, replaces);
  }
  return (
    <div className={styles.form}>
      <OptionTiles
        key={pointed}
        pointedAt={pointed > 0 && chosen === null}
        label={t('ballot.choices')}
        tiles={vote.choices.map((choice) => ({
          value: choice,
          label: t(`choice.${choice}`),
          icon: marks[choice],
          testId: `vote-choice-${choice}`,
        }))}
        value={chosen}
        disabled={isBusy || isKept}
        onChange={(choice) => {
          forget();
          setChosen(choice);
        }}
      />
      <DeliveryNote delivery={delivery} />
      <div className={styles.submit}>
        {isKept ? (
          <OrderButton order="CastBallot" size="primary" wide onPress={handleSubmit} testId="vote-submit">
            {submitText()}
          </OrderButton>
        ) : (
          <Button
            tone={chosen === null ? 'soft' : 'primary'}
            size="primary"
            wide
            busy={isBusy}
            onClick={handleSubmit}
            testId="vote-submit"
          >
            {submitText()}
          </Button>
        )}
      </div>
      {own !== null && !isBusy && (
        <Button tone="plain" wide onClick={onDone} testId="vote-keep">
          {t('ballot.keep')}
        </Button>
      )}
      <ConfirmDialog
        open={isReplacing && chosen !== null}
        title={t('ballot.replaceTitle')}
        action={chosen === null ? '' : t('ballot.replace', { moi: t(`choice.${chosen}`) })}
        onClose={() => setReplacing(false)}
        onConfirm={() => {
          setReplacing(false);
          if (chosen !== null) send(chosen, 'clerk');
        }}
        testId="vote-replace"
      >
        {own !== null && chosen !== null && (
          <p>{t('ballot.replaceEffect', { cu: t(`choice.${own.choice}`), moi: t(`choice.${chosen}`) })}</p>
        )}
      </ConfirmDialog>
    </div>
  );

  function submitText(): string {
    if (isBusy) return t('ballot.sending');
    return chosen === null ? t('ballot.choose') : t('ballot.submit', { luaChon: t(`choice.${chosen}`) });
  }
}

/** Never a word of success: only what stands between the choice and its being recorded. */
function DeliveryNote({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation('voting');
  if (delivery.stage === 'retrying') return <Retrying />;
  if (delivery.stage !== 'refused') return null;
  return (
    <p className={styles.problem} role="alert" data-testid="vote-refused">
      {delivery.code === 'voting/closed' ? t('ballot.tooLate') : problemText({ code: delivery.code })}
    </p>
  );
}

const raiseHandAfterMs = 8_000;

/** First that it is being tried again; when that goes on, the way that needs no network. */
function Retrying() {
  const { t } = useTranslation('voting');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), raiseHandAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.problem} role="alert" data-testid="vote-retrying">
      <p>{t('ballot.retrying')}</p>
      {isLong && <p>{t('ballot.notDelivered')}</p>}
    </div>
  );
}
