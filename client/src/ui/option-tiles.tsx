import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './option-tiles.module.css';

interface Tile<Key extends string> {
  readonly value: Key;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string;
  readonly testId?: string;
}

interface OptionTilesProps<Key extends string> {
  /** Read aloud as the name of the group. */
  readonly label: string;
  readonly tiles: ReadonlyArray<Tile<Key>>;
  readonly value: Key | null;
  readonly onChange: (value: Key) => void;
  /** `tall`: side by side, 92 px and more; `row`: below one another. */
  readonly shape?: 'tall' | 'row';
  readonly disabled?: boolean;
  /** Draws the eye to the tiles when something else needs a choice first. */
  readonly pointedAt?: boolean;
}

/** One of a few large choices. Native radio buttons underneath: arrow keys, labels and forms work as anywhere. */
export function OptionTiles<Key extends string>(props: OptionTilesProps<Key>) {
  const { label, tiles, value, onChange, shape = 'tall', disabled = false, pointedAt = false } = props;
  const name = useId();
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className="visually-hidden">{label}</legend>
      <div className={classes(styles.tiles, styles[shape], pointedAt && styles.pointedAt)}>
        {tiles.map((tile) => (
          <label key={tile.value} className={classes(styles.tile, value === tile.value && styles.chosen)}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={tile.value}
              checked={value === tile.value}
              data-testid={tile.testId}
              onChange={() => onChange(tile.value)}
            />
            {tile.icon}
            <span className={styles.words}>
              {tile.label}
              {tile.hint && <span className={styles.hint}>{tile.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
