import { type FormEvent, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog, TextField } from '#ui';
import styles from './go-to-page-dialog.module.css';
import type { Reader } from './use-reader.ts';

interface GoToPageDialogProps {
  readonly open: boolean;
  readonly reader: Reader;
  readonly onClose: () => void;
}

export function GoToPageDialog({ open, reader, onClose }: GoToPageDialogProps) {
  const { t } = useTranslation('meeting');
  const [text, setText] = useState('');
  const page = Number(text);
  const isPage = Number.isInteger(page) && page >= 1 && page <= reader.count;
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!isPage) return;
    reader.goTo(page);
    setText('');
    onClose();
  }
  return (
    <Dialog open={open} title={t('paper.goTo')} onClose={onClose}>
      <form className={styles.form} onSubmit={handleSubmit}>
        <TextField
          label={t('paper.goToLabel', { total: reader.count })}
          inputMode="numeric"
          maxLength={4}
          autoFocus
          value={text}
          onChange={(next) => setText(next.replace(/\D/g, ''))}
          error={text !== '' && !isPage ? t('paper.noSuchPage', { total: reader.count }) : undefined}
          testId="page-input"
        />
        <Button type="submit" tone="primary" size="primary" testId="page-go">
          {t('paper.go')}
        </Button>
      </form>
    </Dialog>
  );
}
