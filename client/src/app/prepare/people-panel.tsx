import type { MeetingView } from '@hopso/shared/session';
import { listed } from '#attendance';
import { useOrder } from '#meeting';
import { meetingWords, useTranslation } from '#platform/i18n';
import { Button, EmptyState, showToast } from '#ui';
import { IconUsers } from '#ui/icons';
import { SeenByButton } from '../access/access-acts.tsx';
import styles from './people-panel.module.css';
import { PersonRow } from './person-row.tsx';
import { PersonSearch } from './person-search.tsx';

/** Who takes part, and as what: the committee by its seats, others one by one. */
export function PeoplePanel({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const people = listed(view);
  const isOpen = view.meeting.phase !== 'ended';
  async function addCommittee() {
    const receipt = await order({ type: 'AddCommittee' });
    if (receipt?.events === 0) showToast(t('people.committeeAllThere'));
  }
  return (
    <div className={styles.panel}>
      {isOpen && (
        <div className={styles.add}>
          {view.meeting.gathering === 'session' && (
            <div>
              <Button
                tone="soft"
                icon={<IconUsers aria-hidden="true" />}
                onClick={() => void addCommittee()}
                testId="people-add-committee"
              >
                {t('people.addCommittee')}
              </Button>
              <p className={styles.note}>
                {t('people.addCommitteeNote', { ...meetingWords(view.meeting.gathering) })}
              </p>
            </div>
          )}
          <PersonSearch view={view} />
        </div>
      )}
      {people.length === 0 && <EmptyState icon={<IconUsers />}>{t('people.empty')}</EmptyState>}
      {people.length > 0 && (
        <div>
          <SeenByButton view={view} />
        </div>
      )}
      <ul className={styles.rows}>
        {people.map((person) => (
          <PersonRow key={person.personId} view={view} person={person} />
        ))}
      </ul>
    </div>
  );
}
