import type { Capacity } from '@hopso/shared/attendance';
import type { findPersons } from '@hopso/shared/organisation';
import type { MeetingView } from '@hopso/shared/session';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { listed, sitsAsMember } from '#attendance';
import { useOrder } from '#meeting';
import { type CallAnswer, call, endpoint } from '#platform/api';
import { useTranslation } from '#platform/i18n';
import { Button, SelectField, TextField } from '#ui';
import { IconPlus } from '#ui/icons';
import { useCapacityOptions } from './capacities.ts';
import styles from './people-panel.module.css';

const findEndpoint = endpoint<typeof findPersons>('get', '/api/persons');
type FoundPerson = CallAnswer<typeof findPersons>['persons'][number];
const shortest = 2;

/** Finds persons of the province by name, post or unit and adds them in a capacity. */
export function PersonSearch({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('prepare');
  const options = useCapacityOptions(view.meeting.gathering);
  const [typed, setTyped] = useState('');
  const [capacity, setCapacity] = useState<Capacity>('guest');
  const [standsFor, setStandsFor] = useState<string | null>(null);
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['persons', search],
    queryFn: ({ signal }) => call(findEndpoint, { query: { search, limit: 20 } }, { signal }),
    enabled: search.length >= shortest,
    placeholderData: keepPreviousData,
  });
  const members = listed(view).filter(sitsAsMember);
  const found = search.length < shortest ? [] : (data?.persons ?? []);
  return (
    <div className={styles.search}>
      <div className={styles.searchFields}>
        <TextField
          label={t('people.search')}
          hint={t('people.searchHint')}
          inputMode="search"
          value={typed}
          onChange={setTyped}
          testId="people-search"
        />
        <SelectField
          label={t('people.as')}
          options={options}
          value={capacity}
          onChange={(next) => next && setCapacity(next)}
          testId="people-capacity"
        />
        {capacity === 'substitute' && (
          <SelectField
            label={t('people.standsFor')}
            required
            searchable
            emptyText={t('noMatch')}
            options={members.map(({ personId, name, post }) => ({
              value: personId,
              label: `${name} – ${post}`,
            }))}
            value={standsFor}
            onChange={setStandsFor}
            testId="people-stands-for"
          />
        )}
      </div>
      {search.length >= shortest && !isFetching && found.length === 0 && (
        <p className={styles.note}>{t('people.nobody')}</p>
      )}
      <ul>
        {found.map((person) => (
          <Found
            key={person.personId}
            view={view}
            person={person}
            capacity={capacity}
            standsFor={standsFor}
          />
        ))}
      </ul>
      {data?.more === true && found.length > 0 && <p className={styles.note}>{t('people.more')}</p>}
    </div>
  );
}

interface FoundProps {
  readonly view: MeetingView;
  readonly person: FoundPerson;
  readonly capacity: Capacity;
  readonly standsFor: string | null;
}

function Found({ view, person, capacity, standsFor }: FoundProps) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const { personId, name, post, unit } = person;
  const isThere = view.participants[personId] !== undefined;
  const add = () =>
    order({
      type: 'AddParticipants',
      participants: [
        {
          personId,
          capacity,
          ...(capacity === 'substitute' && standsFor !== null && { substitutesFor: standsFor }),
        },
      ],
    });
  return (
    <li className={styles.person}>
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        <span className={styles.post}>{`${post} · ${unit}`}</span>
      </span>
      {isThere ? (
        <span className={styles.note}>{t('people.there')}</span>
      ) : (
        <Button
          icon={<IconPlus aria-hidden="true" />}
          onClick={() => void add()}
          testId={`people-add-${personId}`}
          aria-label={t('people.addPerson', { name })}
        >
          {t('people.add')}
        </Button>
      )}
    </li>
  );
}
