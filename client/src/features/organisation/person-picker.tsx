import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { classes, TextField } from '#ui';
import { IconCheck } from '#ui/icons';
import styles from './person-picker.module.css';
import { foundPersonsQuery, isSearchable, type PersonCard } from './persons.ts';

interface PersonPickerProps {
  readonly label: string;
  readonly value: PersonCard | null;
  readonly onChange: (person: PersonCard) => void;
  /** Why a person cannot be chosen; null when they can. */
  readonly refusal?: (person: PersonCard) => string | null;
  readonly error?: string | undefined;
}

/** Finds one person by a few letters of name, post or unit. */
export function PersonPicker({ label, value, onChange, refusal, error }: PersonPickerProps) {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, isFetching } = useQuery(foundPersonsQuery(search));
  const found = isSearchable(search) ? (data?.persons ?? []) : [];
  // The chosen one stays in sight whatever is typed next.
  const shown =
    value === null || found.some(({ personId }) => personId === value.personId) ? found : [value, ...found];
  const group = useId();
  return (
    <div className={styles.picker}>
      <TextField
        label={label}
        hint={t('person.searchHint')}
        placeholder={t('person.search')}
        inputMode="search"
        required
        error={error}
        value={typed}
        onChange={setTyped}
        testId="person-search"
      />
      {shown.length > 0 && (
        <fieldset className={styles.results}>
          <legend className="visually-hidden">{t('person.results')}</legend>
          {shown.map((person) => (
            <Choice
              key={person.personId}
              group={group}
              person={person}
              isChosen={person.personId === value?.personId}
              refusal={refusal?.(person) ?? null}
              onChoose={() => onChange(person)}
            />
          ))}
        </fieldset>
      )}
      {isSearchable(search) && !isFetching && found.length === 0 && (
        <p className={styles.note} role="status">
          {t('person.nobody')}
        </p>
      )}
      {data?.more === true && found.length > 0 && <p className={styles.note}>{t('person.more')}</p>}
    </div>
  );
}

interface ChoiceProps {
  readonly group: string;
  readonly person: PersonCard;
  readonly isChosen: boolean;
  readonly refusal: string | null;
  readonly onChoose: () => void;
}

function Choice({ group, person, isChosen, refusal, onChoose }: ChoiceProps) {
  const { personId, name, post, unit } = person;
  return (
    <label className={classes(styles.person, isChosen && styles.chosen, refusal !== null && styles.refused)}>
      <input
        type="radio"
        className="visually-hidden"
        name={group}
        checked={isChosen}
        disabled={refusal !== null}
        onChange={onChoose}
        data-testid={`person-${personId}`}
      />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.note}>{`${post} · ${unit}`}</span>
      </span>
      {refusal !== null && <span className={styles.note}>{refusal}</span>}
      {isChosen && <IconCheck aria-hidden="true" />}
    </label>
  );
}
