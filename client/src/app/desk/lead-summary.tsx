import type { LedPlace } from '@hopso/shared/protocol';
import { grantsLeading, type MeetingView, type ParticipantView } from '@hopso/shared/session';
import { usePlaceName } from '#paper';
import { problemText, useTranslation } from '#platform/i18n';
import { useLive, useMine, usePageLeadActs } from '#platform/live-store';
import { Badge, Button, showToast } from '#ui';
import styles from './lead-summary.module.css';

interface LeadSummaryProps {
  readonly view: MeetingView;
  readonly people: readonly ParticipantView[];
}

/** Who leads pages, where, and how many follow. */
export function LeadSummary({ view, people }: LeadSummaryProps) {
  const { t } = useTranslation('follow');
  const led = useLive((live) => live.led);
  const presence = useLive((live) => live.presence);
  const { hand, grants } = useHanding(view);
  const nameOf = usePlaceName();
  if (view.meeting.phase !== 'inSession' && view.meeting.phase !== 'paused') return null;
  const { leader = null, place = null } = led ?? {};
  const item = view.items[view.papers[place?.paper ?? '']?.itemId ?? ''];
  const followers = people.filter(
    ({ personId }) => personId !== leader?.personId && isHere(presence[personId]),
  );
  const following = followers.filter(({ personId }) => isOnPage(presence[personId], place?.page ?? null));
  return (
    <section className={styles.summary} aria-label={t('desk.title')} data-testid="lead-summary">
      {leader === null ? (
        <p>{t('desk.none')}</p>
      ) : (
        <>
          <p className={styles.leader}>{t('desk.leader', { ten: leader.name })}</p>
          {place !== null && item !== undefined && (
            <p>
              {t('desk.at', { n: item.number, trang: nameOf(place, view.papers) })} ·{' '}
              <span data-testid="lead-following">
                {t('desk.following', { n: following.length, total: followers.length })}
              </span>
            </p>
          )}
          {grants && (
            <Button onClick={() => void hand(null)} testId="lead-end">
              {t('desk.end')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** Another page of what is led: its printed number is not known here. */
const at = (place: LedPlace, page: number): LedPlace =>
  page === place.page ? place : { ...place, page, label: null };

type Presence = { readonly state: string; readonly isFollowing: boolean; readonly page: number | null };

const isHere = (presence: Presence | undefined): presence is Presence =>
  presence !== undefined && presence.state !== 'offline';

const isOnPage = (presence: Presence | undefined, page: number | null): boolean =>
  isHere(presence) && presence.isFollowing && presence.page === page;

interface FollowStateProps {
  readonly view: MeetingView;
  readonly person: ParticipantView;
}

/** Of one person: on which page they follow, or that they read elsewhere; and letting them lead. */
export function FollowState({ view, person: { personId } }: FollowStateProps) {
  const { t } = useTranslation('follow');
  const led = useLive((live) => live.led);
  const presence = useLive((live) => live.presence[personId]);
  const { hand, grants } = useHanding(view);
  const nameOf = usePlaceName();
  if (!isHere(presence)) return null;
  const place = led?.leader?.personId === personId ? null : (led?.place ?? null);
  const isLed = place !== null;
  return (
    <span className={styles.state}>
      {place !== null && presence.page !== null && (
        <Badge tone="good" testId={`follows-${personId}`}>
          {t('desk.page', { trang: nameOf(at(place, presence.page), view.papers) })}
        </Badge>
      )}
      {isLed && !presence.isFollowing && <Badge testId={`reads-alone-${personId}`}>{t('desk.away')}</Badge>}
      {led?.namedId === personId && <Badge tone="info">{t('desk.named')}</Badge>}
      {grants && led?.namedId !== personId && led?.leader?.personId !== personId && (
        <Button tone="plain" onClick={() => void hand(personId)} testId={`let-lead-${personId}`}>
          {t('desk.name')}
        </Button>
      )}
    </span>
  );
}

/** Giving and ending the lead, for those who give it. */
function useHanding({ meeting }: MeetingView) {
  const acts = usePageLeadActs();
  const mine = useMine((own) => own);
  const grants =
    mine !== null &&
    grantsLeading(
      { ...mine, isAtDesk: mine.audience === 'desk', capacity: null },
      {
        isInSession: meeting.phase === 'inSession' || meeting.phase === 'paused',
        deskHolderId: meeting.deskHolderId,
        presenters: [],
        namedId: null,
      },
    );
  const hand = async (personId: string | null) => {
    try {
      await acts.hand(personId);
    } catch (failure) {
      showToast(problemText(failure as Parameters<typeof problemText>[0]));
    }
  };
  return { hand, grants };
}
