import type { LedPlace } from '@hopso/shared/protocol';
import type { MeetingView } from '@hopso/shared/session';
import { usePlaceName } from '#paper';
import { meetingWords, useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconArrowBackUp } from '#ui/icons';
import styles from './return-pill.module.css';
import type { PageLead } from './use-page-lead.ts';

interface FollowPillProps {
  readonly view: MeetingView;
  readonly leader: PageLead['leader'];
  readonly place: LedPlace;
  readonly onFollow: () => void;
}

/** Where the leader of pages is, for whoever reads elsewhere; one tap follows again. */
export function FollowPill({ view, leader, place, onFollow }: FollowPillProps) {
  const { t } = useTranslation('follow');
  const nameOf = usePlaceName();
  const item = view.items[view.papers[place.paper]?.itemId ?? ''];
  if (leader === null || item === undefined) return null;
  const isPresiding = leader.personId === view.meeting.presidingId;
  const ai = isPresiding ? meetingWords(view.meeting.gathering).ChuToa : leader.name;
  return (
    <div className={styles.pill} data-testid="return-pill">
      <span>{t('pill.at', { ai, n: item.number, trang: nameOf(place, view.papers) })}</span>
      <Button
        tone="soft"
        icon={<IconArrowBackUp aria-hidden="true" />}
        onClick={onFollow}
        testId="return-to-chair"
      >
        {t('pill.again')}
      </Button>
    </div>
  );
}
