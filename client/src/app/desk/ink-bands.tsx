import type { settlePresentedInk } from '@hopso/shared/annotation';
import type { MeetingView } from '@hopso/shared/session';
import { useState } from 'react';
import { asProblem, call, endpoint } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { type InkLayer, useLive } from '#platform/live-store';
import { Button, ConfirmDialog, showToast } from '#ui';
import { IconCheck, IconTrash } from '#ui/icons';
import styles from './ink-bands.module.css';

const settle = endpoint<typeof settlePresentedInk>('post', '/api/meetings/:meeting/presented-ink');

/** What presenters drew on papers, until the desk has kept or dropped it: a line for each version of a paper. */
export function InkBands({ view }: { readonly view: MeetingView }) {
  const layers = useLive(({ ink }) => ink);
  return Object.entries(layers).map(([key, layer]) => <InkBand key={key} view={view} layer={layer} />);
}

function InkBand({ view, layer }: { readonly view: MeetingView; readonly layer: InkLayer }) {
  const { t } = useTranslation('follow');
  const [isDropping, setDropping] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const paper = view.papers[layer.paper];
  if (paper === undefined) return null;
  const meeting = view.meeting.id;
  const count = { n: layer.strokes.length };
  const name =
    layer.version === paper.version
      ? paper.title
      : t('ink.version', { title: paper.title, so: layer.version });
  async function handle(keep: boolean) {
    setBusy(true);
    try {
      const { settled } = await call(settle, {
        params: { meeting },
        body: { paper: layer.paper, version: layer.version, keep },
      });
      showToast(t(keep ? 'ink.kept' : 'ink.dropped', { n: settled }));
    } catch (thrown) {
      showToast(problemText(asProblem(thrown)), { tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }
  return (
    <section
      className={styles.band}
      aria-label={t('ink.title')}
      data-testid="ink-band"
      data-strokes={count.n}
    >
      <span className={styles.title} title={name}>
        {t('ink.waiting', { ...count, title: name })}
      </span>
      <span className={styles.acts}>
        <Button
          icon={<IconCheck aria-hidden="true" />}
          busy={isBusy}
          onClick={() => void handle(true)}
          testId="ink-keep"
        >
          {t('ink.keep')}
        </Button>
        <Button
          tone="plain"
          icon={<IconTrash aria-hidden="true" />}
          onClick={() => setDropping(true)}
          testId="ink-drop"
        >
          {t('ink.drop')}
        </Button>
      </span>
      <ConfirmDialog
        open={isDropping}
        danger
        title={t('ink.dropTitle', count)}
        action={t('ink.dropAction')}
        onConfirm={async () => {
          await handle(false);
          setDropping(false);
        }}
        onClose={() => setDropping(false)}
        testId="ink-drop-confirm"
      >
        <p>{t('ink.dropEffect', { title: name })}</p>
      </ConfirmDialog>
    </section>
  );
}
