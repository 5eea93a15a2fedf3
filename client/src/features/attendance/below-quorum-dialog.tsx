import type { MeetingView } from '@hopso/shared/session';
import { useState } from 'react';
import { OrderButton, useOrder } from '#meeting';
import { meetingWords, useTranslation } from '#platform/i18n';
import { Button, DateTimeField, Dialog, TextArea } from '#ui';
import styles from './below-quorum-dialog.module.css';
import { AttendanceStatement } from './statement.tsx';

interface BelowQuorumDialogProps {
  readonly view: MeetingView;
  /** Goes on with the roll call. */
  readonly onMark: () => void;
  readonly onClose: () => void;
}

type Way = 'postpone' | 'convert';

/** Below the quorum nothing opens. Besides marking who is here there are two lawful ways, and no third. */
export function BelowQuorumDialog({ view, onMark, onClose }: BelowQuorumDialogProps) {
  const { t } = useTranslation('desk');
  const [way, setWay] = useState<Way | null>(null);
  const words = meetingWords(view.meeting.gathering);
  return (
    <Dialog open title={t('short.title')} onClose={onClose} size="wide" testId="quorum-dialog">
      <div className={styles.dialog}>
        <AttendanceStatement view={view} />
        <p>{t('short.rule', { ...words })}</p>
        <div className={styles.ways}>
          <Button onClick={onMark} testId="quorum-mark">
            {t('short.mark')}
          </Button>
          <OrderButton
            order="PostponeMeeting"
            tone={way === 'postpone' ? 'soft' : 'outline'}
            aria-pressed={way === 'postpone'}
            onPress={() => setWay('postpone')}
            testId="quorum-postpone"
          >
            {t('short.postpone')}
          </OrderButton>
          <OrderButton
            order="ConvertToDiscussion"
            tone={way === 'convert' ? 'soft' : 'outline'}
            aria-pressed={way === 'convert'}
            onPress={() => setWay('convert')}
            testId="quorum-convert"
          >
            {t('short.convert')}
          </OrderButton>
        </div>
        {way === 'postpone' && <Postpone words={words.hop} onDone={onClose} />}
        {way === 'convert' && <Convert onDone={onClose} />}
      </div>
    </Dialog>
  );
}

interface WayProps {
  readonly onDone: () => void;
}

/** Puts the meeting off: to a new time, or until one is announced. */
export function Postpone({ words, onDone }: WayProps & { readonly words: string }) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const [reason, setReason] = useState('');
  const [startsAt, setStartsAt] = useState<number | null>(null);
  const [isTried, setTried] = useState(false);
  async function postpone() {
    setTried(true);
    if (reason.trim() === '') return;
    const receipt = await order({ type: 'PostponeMeeting', reason: reason.trim(), startsAt });
    if (receipt !== null) onDone();
  }
  return (
    <div className={styles.form}>
      <TextArea
        label={t('short.reason')}
        required
        rows={2}
        maxLength={1000}
        error={isTried && reason.trim() === '' ? t('short.reasonMissing') : undefined}
        value={reason}
        onChange={setReason}
        testId="postpone-reason"
      />
      <DateTimeField
        label={t('short.newDay')}
        timeLabel={t('short.newTime')}
        hint={t('short.newDayHint', { hop: words })}
        value={startsAt}
        onChange={setStartsAt}
        testId="postpone-starts"
      />
      <Button tone="primary" onClick={() => void postpone()} testId="postpone-confirm">
        {t('short.postpone')}
      </Button>
    </div>
  );
}

function Convert({ onDone }: WayProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  async function convert() {
    setTried(true);
    if (reason.trim() === '') return;
    const receipt = await order({ type: 'ConvertToDiscussion', reason: reason.trim() });
    if (receipt !== null) onDone();
  }
  return (
    <div className={styles.form}>
      <p>{t('short.convertEffect')}</p>
      <TextArea
        label={t('short.reason')}
        required
        rows={2}
        maxLength={1000}
        error={isTried && reason.trim() === '' ? t('short.reasonMissing') : undefined}
        value={reason}
        onChange={setReason}
        testId="convert-reason"
      />
      <Button tone="primary" onClick={() => void convert()} testId="convert-confirm">
        {t('short.convert')}
      </Button>
    </div>
  );
}
