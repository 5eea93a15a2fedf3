import type { PresentMode } from '@hopso/shared/attendance';
import type { CommandOf, MeetingView, PersonalView } from '@hopso/shared/session';
import { type FormEvent, useState } from 'react';
import { asProblem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { useRun } from '#platform/live-store';
import { Button, CodeField, Dialog, NativeSelectField, OptionTiles, showToast } from '#ui';
import { IconBuilding, IconDoorEnter, IconWifi } from '#ui/icons';
import styles from './check-in.module.css';

interface CheckInDialogProps {
  readonly view: MeetingView;
  readonly mine: PersonalView;
  readonly onClose: () => void;
}

const codeLength = 6;

/** How one is there: in the room with the code of the hall, online, or at one of the sites. */
export function CheckInDialog({ view, mine, onClose }: CheckInDialogProps) {
  const { t } = useTranslation('meeting');
  const run = useRun();
  const { sites } = view.meeting;
  const modes = modesOf(view);
  const [mode, setMode] = useState<PresentMode | null>(modes.length === 1 ? (modes[0] ?? null) : null);
  const [code, setCode] = useState('');
  const [site, setSite] = useState<string | null>(
    mine.site ?? (sites.length === 1 ? (sites[0] ?? null) : null),
  );
  const [asked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    const command = commandOf(mode, code, site);
    if (command === null || isBusy) return;
    setBusy(true);
    try {
      await run(command);
      showToast(t('checkIn.done'));
      onClose();
    } catch (thrown) {
      setRefusal(problemText(asProblem(thrown)));
      setBusy(false);
    }
  }
  return (
    <Dialog open title={t('checkIn.title')} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)} noValidate>
        <OptionTiles
          shape="row"
          label={t('checkIn.how')}
          tiles={modes.map((value) => ({
            value,
            label: t(`checkIn.${value}`),
            hint: t(`checkIn.${value}Hint`),
            icon: icons[value],
            testId: `check-in-${value}`,
          }))}
          value={mode}
          pointedAt={asked && mode === null}
          onChange={(next) => {
            setMode(next);
            setAsked(false);
            setRefusal(null);
          }}
        />
        {mode === 'room' && (
          <CodeField
            label={t('checkIn.hallCode')}
            hint={t('checkIn.hallCodeHint')}
            length={codeLength}
            value={code}
            onChange={setCode}
            error={asked && code.length !== codeLength ? t('checkIn.codeIncomplete') : undefined}
            testId="hall-code"
          />
        )}
        {mode === 'site' && (
          <NativeSelectField
            label={t('checkIn.siteName')}
            options={sites.map((name) => ({ value: name, label: name }))}
            placeholder={t('checkIn.chooseSite')}
            value={site}
            onChange={setSite}
            error={asked && site === null ? t('checkIn.chooseSite') : undefined}
            testId="check-in-site-name"
          />
        )}
        {refusal !== null && (
          <p className={styles.problem} role="alert" data-testid="check-in-refused">
            {refusal}
          </p>
        )}
        <Button type="submit" tone="primary" size="primary" wide busy={isBusy} testId="check-in-submit">
          {t('checkIn.action')}
        </Button>
      </form>
    </Dialog>
  );
}

const icons = {
  room: <IconDoorEnter aria-hidden="true" />,
  online: <IconWifi aria-hidden="true" />,
  site: <IconBuilding aria-hidden="true" />,
};

/** What the form of the meeting offers. */
function modesOf({ meeting: { form, sites } }: MeetingView): readonly PresentMode[] {
  const site: readonly PresentMode[] = sites.length > 0 ? ['site'] : [];
  if (form === 'inPerson') return ['room', ...site];
  return form === 'online' ? ['online', ...site] : ['room', 'online', ...site];
}

/** Null while something is missing. */
function commandOf(mode: PresentMode | null, code: string, site: string | null): CommandOf<'CheckIn'> | null {
  switch (mode) {
    case 'room':
      return code.length === codeLength ? { type: 'CheckIn', mode, hallCode: code } : null;
    case 'site':
      return site === null ? null : { type: 'CheckIn', mode, site };
    case 'online':
      return { type: 'CheckIn', mode };
    default:
      return null;
  }
}
