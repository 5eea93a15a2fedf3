import type { MeetingView, PersonalView } from '@hopso/shared/session';
import { type MeetingWords, useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { buttonClass, IconButton } from '#ui';
import { IconArrowLeft, IconDeviceDesktop, IconList } from '#ui/icons';
import { ConnectionState } from './offline-parts.tsx';
import { StatePill } from './state-pill.tsx';
import styles from './workspace-header.module.css';

interface WorkspaceHeaderProps {
  readonly view: MeetingView;
  readonly mine: PersonalView | null;
  readonly words: MeetingWords;
  /** Null where the rail stands beside the paper anyway. */
  readonly onOpenRail: (() => void) | null;
}

export function WorkspaceHeader({ view, mine, words, onOpenRail }: WorkspaceHeaderProps) {
  const { t } = useTranslation('meeting');
  const { meeting } = view;
  return (
    <header className={styles.header}>
      <title>{`${meeting.title} – ${t('product', { ns: 'common' })}`}</title>
      <Link href={paths.home()} className={buttonClass('on-header')} testId="workspace-home">
        <IconArrowLeft aria-hidden="true" />
        <span className="visually-hidden">{t('rail.back')}</span>
      </Link>
      {onOpenRail && (
        <IconButton
          onHeader
          label={t('rail.open')}
          icon={<IconList />}
          onClick={onOpenRail}
          testId="rail-open"
        />
      )}
      <div className={styles.titles}>
        <h1 className={styles.title} data-testid="meeting-title">
          {meeting.title}
        </h1>
        <p className={styles.place}>
          {meeting.place}
          {meeting.presidingName !== null &&
            ` · ${t('live.presider', { ChuToa: words.ChuToa, name: meeting.presidingName })}`}
        </p>
      </div>
      {mine?.audience === 'desk' && (
        <Link href={paths.desk(meeting.id)} className={buttonClass('on-header')} testId="workspace-desk">
          <IconDeviceDesktop aria-hidden="true" />
          <span className={styles.deskWord}>{t('live.desk')}</span>
        </Link>
      )}
      <span className={styles.state}>
        <StatePill meeting={meeting} />
      </span>
      <ConnectionState view={view} />
    </header>
  );
}
