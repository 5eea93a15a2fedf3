import type { MeetingView, ParticipantView } from '@hopso/shared/session';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listed, matches } from '#attendance';
import { codeLifeMinutes } from '#identity';
import { asProblem } from '#platform/api';
import { useNow } from '#platform/clock';
import { formatClock, problemText, useTranslation } from '#platform/i18n';
import { Button, EmptyState, showToast, TextField } from '#ui';
import { IconKey, IconQrcode } from '#ui/icons';
import { CodeDialog } from './code-dialog.tsx';
import { hallCodeQuery, type IssuedCode, issueCode, unlock } from './entry-codes.ts';
import styles from './entry-panel.module.css';
import { ScreenLinks } from './screen-links.tsx';

const say = (thrown: unknown) => showToast(problemText(asProblem(thrown)), { tone: 'danger' });

/** How people get in on the day: the hall's code, a code for somebody who cannot sign in, the wall's link. */
export function EntryPanel({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('desk');
  const [search, setSearch] = useState('');
  const people = listed(view).filter((person) => matches(person, search));
  const { id, phase } = view.meeting;
  if (phase === 'draft') return <EmptyState>{t('entry.later')}</EmptyState>;
  return (
    <div className={styles.panel}>
      {phase !== 'ended' && <HallCode meeting={id} />}
      <ScreenLinks meeting={id} />
      <section className={styles.group}>
        <h3 className={styles.heading}>{t('entry.codes')}</h3>
        <p className={styles.note}>{t('entry.codesNote', { m: codeLifeMinutes })}</p>
        <TextField
          label={t('attendance.search')}
          inputMode="search"
          value={search}
          onChange={setSearch}
          testId="code-search"
        />
        <ul>
          {people.map((person) => (
            <PersonRow key={person.personId} meeting={id} person={person} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function HallCode({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('desk');
  const { data } = useQuery(hallCodeQuery(meeting));
  const now = useNow();
  return (
    <section className={styles.hall}>
      <h3 className={styles.heading}>{t('entry.hallCode')}</h3>
      <p className={styles.code} data-testid="hall-code">
        {data?.code ?? '––––––'}
      </p>
      <p className={styles.note}>
        {t('entry.hallCodeNote')}
        {data !== undefined && ` ${t('entry.changesIn', { tg: formatClock(data.validUntil - now) })}`}
      </p>
    </section>
  );
}

interface PersonRowProps {
  readonly meeting: string;
  readonly person: ParticipantView;
}

function PersonRow({ meeting, person }: PersonRowProps) {
  const { t } = useTranslation('desk');
  const [issued, setIssued] = useState<IssuedCode | null>(null);
  const issue = useMutation({
    mutationFn: () => issueCode(meeting, person.personId),
    onSuccess: setIssued,
    onError: say,
  });
  const open = useMutation({
    mutationFn: () => unlock(meeting, person.personId),
    onSuccess: () => showToast(t('entry.unlocked', { name: person.name })),
    onError: say,
  });
  return (
    <li className={styles.person}>
      <span className={styles.name}>{person.name}</span>
      <span className={styles.acts}>
        <Button
          icon={<IconQrcode aria-hidden="true" />}
          busy={issue.isPending}
          onClick={() => issue.mutate()}
          testId={`code-issue-${person.personId}`}
        >
          {t('entry.issue')}
        </Button>
        <Button
          tone="plain"
          icon={<IconKey aria-hidden="true" />}
          busy={open.isPending}
          onClick={() => open.mutate()}
          testId={`account-unlock-${person.personId}`}
        >
          {t('entry.unlock')}
        </Button>
      </span>
      {issued !== null && <CodeDialog issued={issued} name={person.name} onClose={() => setIssued(null)} />}
    </li>
  );
}
