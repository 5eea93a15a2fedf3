import type { createMeeting } from '@hopso/shared/meeting';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMe } from '#identity';
import { asProblem, call, endpoint } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { paths, useGo } from '#platform/navigation';
import { Button, EmptyState, FailurePanel, SelectField } from '#ui';
import { hostUnitIds, unitsQuery } from './host-units.ts';
import { emptyMeetingDraft, infoOf, meetingFaults } from './meeting-draft.ts';
import { MeetingFields } from './meeting-fields.tsx';
import styles from './prepare.module.css';

const createEndpoint = endpoint<typeof createMeeting>('post', '/api/meetings');

/** Opens a preparation; agenda, papers and participants follow on its own page. */
export function NewMeetingPage() {
  const { t } = useTranslation('prepare');
  const me = useMe();
  const go = useGo();
  const hosts = hostUnitIds(me);
  const { data: units } = useQuery(unitsQuery);
  const [draft, setDraft] = useState(emptyMeetingDraft);
  const [host, setHost] = useState<string | null>(hosts[0] ?? null);
  const [isTried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof createMeeting>>[1]['body']) =>
      call(createEndpoint, { body }),
    onSuccess: ({ id }) => go(paths.prepare(id), { replace: true }),
  });
  if (hosts.length === 0) {
    return (
      <main id="main" className={styles.page}>
        <EmptyState>{t('create.noUnit')}</EmptyState>
      </main>
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const info = infoOf(draft);
    if (info !== null && host !== null) create.mutate({ ...info, hostUnitId: host });
  }
  const options = hosts.map((id) => ({
    value: id,
    label: units?.find((unit) => unit.id === id)?.name ?? '…',
  }));
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>{t('create.title')}</h1>
      <form className={styles.form} noValidate onSubmit={submit}>
        <SelectField
          label={t('info.host')}
          options={options}
          value={host}
          onChange={setHost}
          testId="prepare-host"
        />
        <MeetingFields draft={draft} faults={isTried ? meetingFaults(draft) : []} onChange={setDraft} />
        {create.error !== null && <FailurePanel title={problemText(asProblem(create.error))} />}
        <div className={styles.actions}>
          <Button type="submit" tone="primary" size="primary" busy={create.isPending} testId="prepare-create">
            {t('create.action')}
          </Button>
        </div>
      </form>
    </main>
  );
}
