import { useTranslation } from '#platform/i18n';
import { IconButton, NativeSelectField } from '#ui';
import { IconX } from '#ui/icons';
import styles from './split-choice.module.css';

interface SplitChoiceProps {
  readonly papers: readonly { readonly id: string; readonly title: string }[];
  readonly value: string | null;
  /** Null: the second paper is put away. */
  readonly onChoose: (paperId: string | null) => void;
}

/** Which paper stands beside the first. */
export function SplitChoice({ papers, value, onChoose }: SplitChoiceProps) {
  const { t } = useTranslation('meeting');
  return (
    <div className={styles.choice}>
      <NativeSelectField
        label={<span className="visually-hidden">{t('paper.secondPaper')}</span>}
        placeholder={t('paper.secondPaper')}
        options={papers.map(({ id, title }) => ({ value: id, label: title }))}
        value={value}
        onChange={onChoose}
        testId="split-choice"
      />
      <IconButton
        label={t('paper.closeSecond')}
        icon={<IconX />}
        onClick={() => onChoose(null)}
        testId="split-close"
      />
    </div>
  );
}
