import type { deleteMeeting } from '@hopso/shared/meeting';
import type { MeetingView } from '@hopso/shared/session';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { myMeetingsQuery, OrderButton, useOrder } from '#meeting';
import { asProblem, call, endpoint } from '#platform/api';
import { formatDateTime, meetingWords, problemText, useTranslation } from '#platform/i18n';
import { Link, paths, useGo } from '#platform/navigation';
import { Button, buttonClass, ConfirmDialog, showToast } from '#ui';
import { IconAlertTriangle, IconCircleCheck, IconX } from '#ui/icons';
import styles from './publish-panel.module.css';
import { type Readiness, readinessOf } from './readiness.ts';

interface PublishPanelProps {
  readonly view: MeetingView;
  readonly onStep: (step: 'agenda' | 'people') => void;
}

/** What is ready and what is not; publishing; and, before it, throwing the preparation away. */
export function PublishPanel({ view, onStep }: PublishPanelProps) {
  const { t } = useTranslation('prepare');
  const readiness = readinessOf(view);
  if (view.meeting.phase !== 'draft') return <Published view={view} />;
  return (
    <div className={styles.panel}>
      <Checks view={view} readiness={readiness} onStep={onStep} />
      <p className={styles.note}>{t('publish.frozen')}</p>
      <Publish view={view} readiness={readiness} />
      <Discard meeting={view.meeting.id} title={view.meeting.title} />
    </div>
  );
}

type State = 'good' | 'notice' | 'blocking';
const icons: { readonly [S in State]: ReactNode } = {
  good: <IconCircleCheck className={styles.good} aria-hidden="true" />,
  notice: <IconAlertTriangle className={styles.notice} aria-hidden="true" />,
  blocking: <IconX className={styles.blocking} aria-hidden="true" />,
};

interface ChecksProps {
  readonly view: MeetingView;
  readonly readiness: Readiness;
  readonly onStep: PublishPanelProps['onStep'];
}

function Checks({ view, readiness, onStep }: ChecksProps) {
  const { t } = useTranslation('prepare');
  const { items, papers, pages, participants, members, presiding, withoutPapers } = readiness;
  return (
    <ul className={styles.checks}>
      <Check
        state={items === 0 ? 'blocking' : 'good'}
        text={items === 0 ? problemText({ code: 'meeting/no-items' }) : t('publish.items', { n: items })}
        action={
          items === 0 ? <Button onClick={() => onStep('agenda')}>{t('publish.toAgenda')}</Button> : null
        }
      />
      <Check
        state={withoutPapers.length > 0 ? 'notice' : 'good'}
        text={
          withoutPapers.length > 0
            ? t('publish.withoutPapers', { ds: withoutPapers.join(', ') })
            : t('publish.papers', { n: papers, m: pages })
        }
        action={
          withoutPapers.length > 0 ? (
            <Button onClick={() => onStep('agenda')}>{t('publish.toAgenda')}</Button>
          ) : null
        }
      />
      <Check
        state={participants === 0 ? 'blocking' : 'good'}
        text={
          participants === 0
            ? problemText({ code: 'meeting/no-participants' })
            : t('publish.people', { n: participants, m: members })
        }
        action={
          participants === 0 ? (
            <Button onClick={() => onStep('people')}>{t('publish.toPeople')}</Button>
          ) : null
        }
      />
      <Check
        state={presiding === null ? 'blocking' : 'good'}
        text={
          presiding === null
            ? problemText({ code: 'meeting/no-chair' })
            : t('publish.presider', {
                ChuToa: meetingWords(view.meeting.gathering).ChuToa,
                name: presiding.name,
              })
        }
        action={
          presiding === null ? (
            <Button onClick={() => onStep('people')}>{t('publish.toPeople')}</Button>
          ) : null
        }
      />
    </ul>
  );
}

interface CheckProps {
  readonly state: State;
  readonly text: string;
  readonly action: ReactNode;
}

const Check = ({ state, text, action }: CheckProps) => (
  <li className={styles.check} data-testid={`check-${state}`}>
    {icons[state]}
    <span className={styles.text}>{text}</span>
    {action}
  </li>
);

interface PublishProps {
  readonly view: MeetingView;
  readonly readiness: Readiness;
}

function Publish({ view, readiness }: PublishProps) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { hop } = meetingWords(view.meeting.gathering);
  const { items, papers, pages, participants, withoutPapers } = readiness;
  async function publish() {
    if ((await order({ type: 'PublishMeeting' })) === null) return;
    setAsking(false);
    await queries.invalidateQueries({ queryKey: myMeetingsQuery.queryKey });
  }
  return (
    <>
      <OrderButton
        order="PublishMeeting"
        tone="primary"
        size="primary"
        onPress={() => setAsking(true)}
        testId="publish"
      >
        {t('publish.action')}
      </OrderButton>
      <ConfirmDialog
        open={isAsking}
        title={t('publish.title', { hop })}
        action={t('publish.action')}
        onConfirm={publish}
        onClose={() => setAsking(false)}
        testId="publish-confirm"
      >
        <ul className={styles.effects}>
          <li>
            {t('publish.effectPeople', { n: participants, luc: formatDateTime(view.meeting.startsAt) })}
          </li>
          <li>{t('publish.effectPapers', { n: items, m: papers, k: pages })}</li>
          {withoutPapers.length > 0 && (
            <li>{t('publish.withoutPapers', { ds: withoutPapers.join(', ') })}</li>
          )}
          <li>{t('publish.effectRecord')}</li>
        </ul>
      </ConfirmDialog>
    </>
  );
}

const deleteEndpoint = endpoint<typeof deleteMeeting>('delete', '/api/meetings/:meeting');

function Discard({ meeting, title }: { readonly meeting: string; readonly title: string }) {
  const { t } = useTranslation('prepare');
  const go = useGo();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  async function discard() {
    try {
      await call(deleteEndpoint, { params: { meeting } });
      await queries.invalidateQueries({ queryKey: myMeetingsQuery.queryKey });
      go(paths.home(), { replace: true });
    } catch (thrown) {
      showToast(problemText(asProblem(thrown)), { tone: 'danger' });
    }
  }
  return (
    <>
      <Button tone="danger-outline" onClick={() => setAsking(true)} testId="prepare-discard">
        {t('discard.action')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('discard.title', { title })}
        action={t('discard.action')}
        danger
        onConfirm={discard}
        onClose={() => setAsking(false)}
        testId="prepare-discard-confirm"
      >
        <p>{t('discard.effect')}</p>
      </ConfirmDialog>
    </>
  );
}

function Published({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('prepare');
  const { publishedAt, id } = view.meeting;
  return (
    <div className={styles.panel}>
      <p className={styles.check} data-testid="published">
        {icons.good}
        <span className={styles.text}>
          {publishedAt === null
            ? t('publish.done')
            : t('publish.doneAt', { luc: formatDateTime(publishedAt) })}
        </span>
      </p>
      <p className={styles.note}>{t('publish.afterwards')}</p>
      <Link href={paths.desk(id)} className={buttonClass('primary')}>
        {t('header.desk')}
      </Link>
    </div>
  );
}
