import type { Sharing } from '@hopso/shared/annotation';
import type { ParticipantView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import { Checkbox, OptionTiles } from '#ui';
import { IconLock, IconUser, IconUsers } from '#ui/icons';
import styles from './note-dialog.module.css';

export type Person = Pick<ParticipantView, 'personId' | 'name' | 'post'>;

interface SharingFieldsProps {
  readonly value: Sharing;
  readonly people: readonly Person[];
  readonly onChange: (value: Sharing) => void;
}

/** Who else sees a note: nobody, persons by name, or all who may read the paper. */
export function SharingFields({ value, people, onChange }: SharingFieldsProps) {
  const { t } = useTranslation('annotation');
  const kind = value === 'private' || value === 'all' ? value : 'people';
  const names = typeof value === 'string' ? [] : value;
  return (
    <>
      <OptionTiles
        label={t('share.title')}
        shape="row"
        value={kind}
        onChange={(next) => onChange(next === 'people' ? [] : next)}
        tiles={[
          {
            value: 'private',
            label: t('share.private'),
            icon: <IconLock aria-hidden="true" />,
            testId: 'share-private',
          },
          {
            value: 'people',
            label: t('share.people'),
            icon: <IconUser aria-hidden="true" />,
            testId: 'share-people',
          },
          {
            value: 'all',
            label: t('share.all'),
            icon: <IconUsers aria-hidden="true" />,
            testId: 'share-all',
          },
        ]}
      />
      {kind === 'people' && (
        <fieldset className={styles.names} aria-label={t('share.people')}>
          {people.map(({ personId, name, post }) => (
            <Checkbox
              key={personId}
              label={post === '' ? name : `${name} – ${post}`}
              value={names.includes(personId)}
              testId={`share-with-${personId}`}
              onChange={(isChosen) =>
                onChange(isChosen ? [...names, personId] : names.filter((id) => id !== personId))
              }
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
