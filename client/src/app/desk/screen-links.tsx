import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '#platform/api';
import { formatDateTime, problemText, useTranslation } from '#platform/i18n';
import { Button, buttonClass, ConfirmDialog, showToast } from '#ui';
import { IconCopy, IconDeviceDesktop, IconExternalLink } from '#ui/icons';
import { endScreen, type NewScreen, newScreen, screensQuery } from './entry-codes.ts';
import styles from './entry-panel.module.css';

const say = (thrown: unknown) => showToast(problemText(asProblem(thrown)), { tone: 'danger' });

/** Links for the hall's screens: made here, shown once, withdrawn here. */
export function ScreenLinks({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const { data: screens = [] } = useQuery(screensQuery(meeting));
  const [made, setMade] = useState<NewScreen | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: screensQuery(meeting).queryKey });
  const create = useMutation({
    mutationFn: () => newScreen(meeting),
    onSuccess: (screen) => {
      setMade(screen);
      return refresh();
    },
    onError: say,
  });
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{t('screens.title')}</h3>
      {made !== null && <Made screen={made} />}
      <ul>
        {screens.map(({ id, hint, createdAt }) => (
          <li key={id} className={styles.person}>
            <span>{t('screens.row', { hint, luc: formatDateTime(createdAt) })}</span>
            <Revoke meeting={meeting} screen={id} hint={hint} onDone={refresh} />
          </li>
        ))}
      </ul>
      <Button
        icon={<IconDeviceDesktop aria-hidden="true" />}
        busy={create.isPending}
        onClick={() => create.mutate()}
        testId="screen-link-create"
      >
        {t('screens.create')}
      </Button>
    </section>
  );
}

function Made({ screen }: { readonly screen: NewScreen }) {
  const { t } = useTranslation('desk');
  async function copy() {
    try {
      await navigator.clipboard.writeText(screen.url);
      showToast(t('screens.copied'));
    } catch {
      // Over plain HTTP there is no clipboard: the address stands there to be marked.
      showToast(t('screens.copyByHand'));
    }
  }
  return (
    <div className={styles.made}>
      <p className={styles.url} data-testid="screen-link-url">
        {screen.url}
      </p>
      <p className={styles.note}>{t('screens.once')}</p>
      <span className={styles.acts}>
        <Button icon={<IconCopy aria-hidden="true" />} onClick={() => void copy()} testId="screen-link-copy">
          {t('screens.copy')}
        </Button>
        <a
          className={buttonClass('outline')}
          href={screen.url}
          target="_blank"
          rel="noreferrer"
          data-testid="screen-link-open"
        >
          <IconExternalLink aria-hidden="true" />
          {t('screens.open')}
        </a>
      </span>
    </div>
  );
}

interface RevokeProps {
  readonly meeting: string;
  readonly screen: string;
  readonly hint: string;
  readonly onDone: () => void;
}

function Revoke({ meeting, screen, hint, onDone }: RevokeProps) {
  const { t } = useTranslation('desk');
  const [isAsking, setAsking] = useState(false);
  async function revoke() {
    await endScreen(meeting, screen).then(onDone, say);
    setAsking(false);
  }
  return (
    <>
      <Button tone="plain" onClick={() => setAsking(true)} testId={`screen-link-revoke-${screen}`}>
        {t('screens.revoke')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('screens.revokeTitle', { hint })}
        action={t('screens.revoke')}
        danger
        onConfirm={revoke}
        onClose={() => setAsking(false)}
        testId="screen-link-revoke-confirm"
      >
        <p>{t('screens.revokeEffect')}</p>
      </ConfirmDialog>
    </>
  );
}
