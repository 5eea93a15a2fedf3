import type { MeetingView, PersonalView } from '@hopso/shared/session';
import type { ReactNode } from 'react';
import { useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { buttonClass } from '#ui';
import { CheckInButton } from './check-in-button.tsx';
import styles from './dock.module.css';
import { InvitationReply } from './invitation-reply.tsx';

interface DockProps {
  readonly view: MeetingView;
  readonly mine: PersonalView | null;
  /** The list of one's notes. */
  readonly notes: ReactNode;
  /** The switch of who may lead pages. */
  readonly lead: ReactNode;
  /** The vote's own button, at the right where the thumb is. */
  readonly vote: ReactNode;
}

/** What a member does, at the lower edge. Labels never shrink; lesser things leave first. */
export function Dock({ view, mine, notes, lead, vote }: DockProps) {
  const { t } = useTranslation('meeting');
  const { meeting, items } = view;
  const current = items[meeting.currentItemId ?? ''];
  return (
    <footer className={styles.dock}>
      {meeting.phase === 'ended' ? (
        <Link
          href={paths.result(meeting.id)}
          className={buttonClass('primary', 'primary')}
          testId="dock-result"
        >
          {t('live.result')}
        </Link>
      ) : (
        <>
          <CheckInButton view={view} mine={mine} />
          <InvitationReply view={view} mine={mine} />
        </>
      )}
      {notes}
      {lead}
      {current !== undefined && (
        <p className={styles.current} data-testid="dock-current">
          <span className={styles.label}>
            {t(meeting.phase === 'paused' ? 'live.paused' : 'live.running')}
          </span>
          <span className={styles.item}>
            {t('itemNumber', { n: current.number })}
            {!current.isListed && `: ${current.title}`}
          </span>
        </p>
      )}
      <span className={styles.vote}>{vote}</span>
    </footer>
  );
}
