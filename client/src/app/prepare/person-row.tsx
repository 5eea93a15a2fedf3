import type { MeetingView, ParticipantView } from '@hopso/shared/session';
import { useOrder } from '#meeting';
import { useTranslation } from '#platform/i18n';
import { Badge, IconButton, SelectField, showToast } from '#ui';
import { IconTrash } from '#ui/icons';
import { useCapacityOptions } from './capacities.ts';
import styles from './people-panel.module.css';

interface PersonRowProps {
  readonly view: MeetingView;
  readonly person: ParticipantView;
}

/** A participant: the capacity, and the way off the list, which can be undone. */
export function PersonRow({ view, person }: PersonRowProps) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const { personId, name, post, unit, capacity, substitutesFor, invitation, declineReason } = person;
  // Whom a substitute stands for is said when they are added, so nobody is turned into one here.
  const options = useCapacityOptions(view.meeting.gathering).filter(
    ({ value }) => value !== 'substitute' || capacity === 'substitute',
  );
  const isOpen = view.meeting.phase !== 'ended';
  async function remove() {
    if ((await order({ type: 'RemoveParticipant', person: personId })) === null) return;
    const back = {
      personId,
      capacity,
      ...(person.site != null && { site: person.site }),
      ...(substitutesFor != null && { substitutesFor }),
    };
    const undo = () => void order({ type: 'AddParticipants', participants: [back] });
    showToast(t('people.removed', { name }), { undo });
  }
  const standsFor = substitutesFor == null ? undefined : view.participants[substitutesFor]?.name;
  return (
    <li className={styles.person} data-testid={`participant-${personId}`}>
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        <span className={styles.post}>{`${post} · ${unit}`}</span>
        <span className={styles.badges}>
          {person.hasSeat && <Badge tone="info">{t('people.hasSeat')}</Badge>}
          {standsFor !== undefined && <Badge>{t('people.forMember', { name: standsFor })}</Badge>}
          {invitation === 'accepted' && <Badge tone="good">{t('people.accepted')}</Badge>}
          {invitation === 'declined' && (
            <Badge tone="notice">{t('people.declined', { reason: declineReason ?? '' })}</Badge>
          )}
        </span>
      </span>
      <span className={styles.capacity}>
        <SelectField
          label={t('people.capacityOf', { name })}
          disabled={!isOpen}
          options={options}
          value={capacity}
          onChange={(to) => {
            if (to !== null && to !== capacity)
              void order({ type: 'ChangeCapacity', person: personId, from: capacity, to });
          }}
          testId={`participant-capacity-${personId}`}
        />
      </span>
      {isOpen && (
        <IconButton
          label={t('people.remove', { name })}
          icon={<IconTrash />}
          onClick={() => void remove()}
          testId={`participant-remove-${personId}`}
        />
      )}
    </li>
  );
}
