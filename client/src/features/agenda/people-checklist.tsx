import type { ParticipantView } from '@hopso/shared/session';
import { useState } from 'react';
import { matches } from '#attendance';
import { useTranslation } from '#platform/i18n';
import { Checkbox, TextField } from '#ui';
import styles from './people-checklist.module.css';

interface PeopleChecklistProps {
  readonly people: readonly ParticipantView[];
  /** Whoever sets a list is always on it. */
  readonly selfId: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Chooses persons of the meeting by name; the list can be narrowed without marks. */
export function PeopleChecklist({ people, selfId, value, onChange }: PeopleChecklistProps) {
  const { t } = useTranslation('prepare');
  const [search, setSearch] = useState('');
  const chosen = new Set([...value, selfId]);
  function toggle(personId: string, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(personId);
    else next.delete(personId);
    onChange([...next]);
  }
  return (
    <div className={styles.checklist}>
      <TextField label={t('item.findPerson')} inputMode="search" value={search} onChange={setSearch} />
      <ul className={styles.people}>
        {people
          .filter((person) => matches(person, search))
          .map(({ personId, name, post, unit }) => (
            <li key={personId}>
              <Checkbox
                label={`${name} – ${post}, ${unit}`}
                value={chosen.has(personId)}
                disabled={personId === selfId}
                onChange={(isChosen) => toggle(personId, isChosen)}
              />
            </li>
          ))}
      </ul>
    </div>
  );
}
