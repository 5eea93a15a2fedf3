import type { MeetingHeader, OpenItemView } from '@hopso/shared/session';
import { useState } from 'react';
import { OrderButton, useOrder } from '#meeting';
import { asProblem } from '#platform/api';
import { formatTime, meetingWords, problemText, useTranslation } from '#platform/i18n';
import { Badge, Button, showToast, TextArea } from '#ui';
import { IconCheck } from '#ui/icons';
import styles from './conclusion-editor.module.css';
import type { DraftSession, DraftState } from './draft-session.ts';
import { useDraftSession } from './use-draft-session.ts';

interface ConclusionEditorProps {
  readonly meeting: MeetingHeader;
  readonly item: OpenItemView;
  readonly selfId: string;
}

/** The conclusion of an item: written here, saved by itself, put on record letter by letter as it stands. */
export function ConclusionEditor({ meeting, item, selfId }: ConclusionEditorProps) {
  const { t } = useTranslation('desk');
  const { session, state } = useDraftSession(meeting.id, item.id, selfId);
  const { chuToa } = meetingWords(meeting.gathering);
  return (
    <section className={styles.editor} aria-label={t('conclusion.title', { chuToa })}>
      {state.otherWriter === null ? (
        <TextArea
          label={t('conclusion.title', { chuToa })}
          rows={3}
          maxLength={20_000}
          disabled={!state.isLoaded}
          value={state.text}
          onChange={(text) => session.type(text)}
          testId="conclusion-text"
        />
      ) : (
        <OthersText label={t('conclusion.title', { chuToa })} text={state.text} />
      )}
      {state.conflict !== null && <Conflict session={session} state={state} />}
      <OtherWriter session={session} state={state} />
      <div className={styles.foot}>
        <span className={styles.facts}>
          <Recorded item={item} draft={state.text} />
          <Saving state={state} />
        </span>
        <Record item={item} session={session} state={state} />
      </div>
    </section>
  );
}

interface PartProps {
  readonly session: DraftSession;
  readonly state: DraftState;
}

/** What somebody else is writing, as it stands; to be read, so not greyed out like a field that is switched off. */
function OthersText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <p className={styles.others} data-testid="conclusion-others">
        {text}
      </p>
    </div>
  );
}

/** Somebody else holds the pen: who, and how to take it. */
function OtherWriter({ session, state }: PartProps) {
  const { t } = useTranslation('desk');
  async function takeOver() {
    await session.takeOver().catch((thrown: unknown) => {
      showToast(problemText(asProblem(thrown)), { tone: 'danger' });
    });
  }
  if (state.otherWriter === null) return null;
  return (
    <div className={styles.writer}>
      <span>{t('conclusion.writer', { name: state.otherWriter.name })}</span>
      <Button tone="plain" onClick={() => void takeOver()} testId="conclusion-take-pen">
        {t('conclusion.takePen')}
      </Button>
    </div>
  );
}

function Saving({ state: { saving, savedAt, otherWriter } }: Pick<PartProps, 'state'>) {
  const { t } = useTranslation('desk');
  if (otherWriter !== null) return null;
  return (
    <span className={styles.saving} role="status" data-testid="conclusion-saving">
      {saving === 'saved' && savedAt !== null && t('conclusion.saved', { gio: formatTime(savedAt) })}
      {(saving === 'saving' || saving === 'dirty') && t('conclusion.saving')}
      {saving === 'failed' && t('conclusion.notSaved')}
    </span>
  );
}

/** Two texts met: both are shown, and the person says which one stays. */
function Conflict({ session, state }: PartProps) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.conflict} role="alert">
      <p className={styles.strong}>{t('conclusion.conflict')}</p>
      <p className={styles.stored}>{state.conflict?.text}</p>
      <div className={styles.choices}>
        <Button onClick={() => void session.resolve('stored')} testId="conclusion-keep-stored">
          {t('conclusion.keepStored')}
        </Button>
        <Button onClick={() => void session.resolve('mine')} testId="conclusion-keep-mine">
          {t('conclusion.keepMine')}
        </Button>
      </div>
    </div>
  );
}

interface RecordedProps {
  readonly item: OpenItemView;
  readonly draft: string;
}

function Recorded({ item, draft }: RecordedProps) {
  const { t } = useTranslation('desk');
  if (item.conclusion === null) return null;
  const { at, rev, text } = item.conclusion;
  return (
    <span className={styles.facts} data-testid="conclusion-recorded">
      <Badge tone="good" icon={<IconCheck aria-hidden="true" />}>
        {t('conclusion.recorded', { gio: formatTime(at), n: rev })}
      </Badge>
      {draft.trim() !== text && <Badge tone="notice">{t('conclusion.changedSince')}</Badge>}
    </span>
  );
}

function Record({ item, session, state }: PartProps & { readonly item: OpenItemView }) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const [isBusy, setBusy] = useState(false);
  async function record() {
    if (state.text.trim() === '') return showToast(t('conclusion.empty'));
    setBusy(true);
    const draftRev = await session.flush();
    if (draftRev === null) showToast(t('conclusion.notSaved'), { tone: 'danger' });
    else await order({ type: 'RecordConclusion', item: item.id, draftRev, text: session.state.text.trim() });
    setBusy(false);
  }
  return (
    <OrderButton
      order="RecordConclusion"
      tone="soft"
      busy={isBusy}
      onPress={() => void record()}
      testId="conclusion-record"
    >
      {t('conclusion.record')}
    </OrderButton>
  );
}
