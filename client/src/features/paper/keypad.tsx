import { useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconBackspace } from '#ui/icons';
import styles from './go-to-page-dialog.module.css';

interface KeypadProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const longest = 5;

/** The ten digits, as on a telephone. */
export function Keypad({ value, onChange }: KeypadProps) {
  const { t } = useTranslation('reader');
  const key = (digit: string) => (
    <Button
      key={digit}
      size="primary"
      onClick={() => onChange(`${value}${digit}`.slice(0, longest))}
      testId={`key-${digit}`}
    >
      <span className={styles.digit}>{digit}</span>
    </Button>
  );
  return (
    <div className={styles.keypad}>
      {digits.map(key)}
      <Button size="primary" disabled={value === ''} onClick={() => onChange('')} testId="key-clear">
        {t('keypad.clear')}
      </Button>
      {key('0')}
      <Button
        size="primary"
        disabled={value === ''}
        aria-label={t('keypad.delete')}
        onClick={() => onChange(value.slice(0, -1))}
        testId="key-delete"
      >
        <IconBackspace aria-hidden="true" />
      </Button>
    </div>
  );
}
