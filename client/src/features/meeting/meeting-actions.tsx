import type { ListedMeeting } from '@hopso/shared/meeting';
import { DownloadPack } from '#paper';
import { useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { buttonClass } from '#ui';
import { IconArrowRight, IconDeviceDesktop, IconFileText, IconPencil } from '#ui/icons';
import styles from './meeting-actions.module.css';
import { isLive } from './my-meetings.ts';

interface MeetingActionsProps {
  readonly meeting: ListedMeeting;
  /** On the card of the leading meeting the first act is large. */
  readonly prominent?: boolean;
}

/** Where a meeting can be entered: for whoever takes part, and for whoever prepares or conducts it. */
export function MeetingActions({ meeting, prominent = false }: MeetingActionsProps) {
  const { t } = useTranslation('home');
  const { id, phase, atDesk, capacity } = meeting;
  const enterClass = prominent ? buttonClass('primary', 'primary') : buttonClass('outline');
  return (
    <div className={styles.actions}>
      {phase === 'ended' && (
        <Link href={paths.result(id)} className={buttonClass('outline')} testId="meeting-result">
          {t('result')}
        </Link>
      )}
      {phase !== 'draft' && phase !== 'ended' && capacity !== null && (
        <Link href={paths.meeting(id)} className={enterClass} testId="meeting-enter">
          {isLive(meeting) ? <IconArrowRight aria-hidden="true" /> : <IconFileText aria-hidden="true" />}
          {t(isLive(meeting) ? 'enter' : 'papers')}
        </Link>
      )}
      {phase !== 'draft' && <DownloadPack meeting={id} />}
      {atDesk && phase !== 'draft' && phase !== 'ended' && (
        <Link
          href={paths.desk(id)}
          className={buttonClass('soft', prominent ? 'primary' : 'normal')}
          testId="meeting-desk"
        >
          <IconDeviceDesktop aria-hidden="true" />
          {t('desk')}
        </Link>
      )}
      {atDesk && phase !== 'ended' && (
        <Link href={paths.prepare(id)} className={buttonClass('outline')} testId="meeting-prepare">
          <IconPencil aria-hidden="true" />
          {t('prepare')}
        </Link>
      )}
    </div>
  );
}
