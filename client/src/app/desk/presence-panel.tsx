import type { PresenceState } from '@hopso/shared/protocol';
import type { MeetingView, ParticipantView } from '@hopso/shared/session';
import { listed } from '#attendance';
import { useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import { Badge, EmptyState, type Tone } from '#ui';
import { FollowState, LeadSummary } from './lead-summary.tsx';
import styles from './presence-panel.module.css';

const groups: ReadonlyArray<{ readonly state: PresenceState; readonly tone: Tone }> = [
  { state: 'here', tone: 'good' },
  { state: 'elsewhere', tone: 'info' },
  { state: 'behind', tone: 'notice' },
  { state: 'offline', tone: 'neutral' },
];

/** Where the tablets of those who follow are: on the item, elsewhere, behind, or not connected. Not a roll call. */
export function PresencePanel({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('desk');
  const presence = useLive((live) => live.presence);
  const people = listed(view).filter(({ capacity }) => capacity !== 'secretary');
  const stateOf = ({ personId }: ParticipantView): PresenceState => presence[personId]?.state ?? 'offline';
  if (people.length === 0) return <EmptyState>{t('attendance.none')}</EmptyState>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes the focus, and it must scroll by keyboard
    <section className={styles.panel} aria-label={t('tabs.presence')} tabIndex={0}>
      <p className={styles.note}>{t('presence.note')}</p>
      <LeadSummary view={view} people={people} />
      {groups.map(({ state, tone }) => {
        const members = people.filter((person) => stateOf(person) === state);
        return (
          <section key={state} className={styles.group} data-testid={`presence-${state}`}>
            <h3 className={styles.heading}>
              <Badge tone={tone}>{members.length}</Badge> {t(`presence.${state}`)}
            </h3>
            <ul>
              {members.map((person) => (
                <li
                  key={person.personId}
                  className={styles.person}
                  data-testid={`presence-${person.personId}`}
                >
                  <span>{person.name}</span>
                  <Place
                    view={view}
                    itemId={presence[person.personId]?.item ?? null}
                    isShown={state === 'elsewhere'}
                  />
                  <FollowState view={view} person={person} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

interface PlaceProps {
  readonly view: MeetingView;
  readonly itemId: string | null;
  readonly isShown: boolean;
}

function Place({ view, itemId, isShown }: PlaceProps) {
  const { t } = useTranslation('meeting');
  const item = itemId === null ? undefined : view.items[itemId];
  if (!isShown || item === undefined) return null;
  return <span className={styles.place}>{t('itemNumber', { n: item.number })}</span>;
}
