import { type FormEvent, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog, TextField } from '#ui';
import styles from './go-to-page-dialog.module.css';
import { Keypad } from './keypad.tsx';
import { usePageName } from './page-name.ts';
import { labelOf, type PageChoice, type PageLabels, pagesMeant } from './printed-pages.ts';

interface GoToPageDialogProps {
  readonly open: boolean;
  readonly count: number;
  readonly labels: PageLabels | null;
  readonly onGo: (page: number) => void;
  readonly onClose: () => void;
}

/** Goes to a page by the number printed on it, or by the sheet; with keys large enough to hit without looking. */
export function GoToPageDialog({ open, onClose, ...rest }: GoToPageDialogProps) {
  const { t } = useTranslation('meeting');
  return (
    <Dialog open={open} title={t('paper.goTo')} onClose={onClose}>
      <GoToPage onClose={onClose} {...rest} />
    </Dialog>
  );
}

function GoToPage({ count, labels, onGo, onClose }: Omit<GoToPageDialogProps, 'open'>) {
  const { t } = useTranslation(['meeting', 'reader']);
  const [text, setText] = useState('');
  const choices = pagesMeant(text, labels, count);
  const [first, ...others] = choices;
  function go(page: number) {
    onGo(page);
    onClose();
  }
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (first !== undefined) go(first.page);
  }
  const pageName = usePageName();
  const nameOf = ({ page }: PageChoice) => pageName({ page, label: labelOf(labels, page), pages: count });
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <TextField
        label={
          labels === null
            ? t('paper.goToLabel', { total: count })
            : t('goToPrinted', { ns: 'reader', total: count })
        }
        // The dialog brings its own keys; the tablet's keyboard would cover them.
        inputMode="none"
        maxLength={8}
        autoFocus
        value={text}
        onChange={setText}
        error={text !== '' && first === undefined ? t('paper.noSuchPage', { total: count }) : undefined}
        testId="page-input"
      />
      <Keypad value={text} onChange={setText} />
      <Button type="submit" tone="primary" size="primary" testId="page-go" data-sheet={first?.page}>
        {first === undefined ? t('paper.go') : nameOf(first)}
      </Button>
      {others.map((choice) => (
        <Button
          key={choice.page}
          onClick={() => go(choice.page)}
          testId={`page-go-${choice.page}`}
          data-sheet={choice.page}
        >
          {nameOf(choice)}
        </Button>
      ))}
    </form>
  );
}
