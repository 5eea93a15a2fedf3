import type { PaperView } from '@hopso/shared/session';
import { useId } from 'react';
import { useTranslation } from '#platform/i18n';
import { buttonClass, classes } from '#ui';
import { IconRefresh } from '#ui/icons';
import type { UploadQueue } from '../upload-queue.ts';
import styles from './versions.module.css';

interface ReplacePaperProps {
  readonly paper: PaperView;
  readonly queue: UploadQueue;
}

/** Chooses the file that takes the place of a paper as its next version. */
export function ReplacePaper({ paper, queue }: ReplacePaperProps) {
  const { t } = useTranslation('version');
  const inputId = useId();
  const label = t('replace', { title: paper.title });
  return (
    <>
      <label htmlFor={inputId} className={classes(buttonClass('plain'), styles.replace)} title={label}>
        <IconRefresh aria-hidden="true" />
        <span className="visually-hidden">{label}</span>
      </label>
      <input
        id={inputId}
        type="file"
        accept="application/pdf,.pdf"
        className="visually-hidden"
        data-testid={`paper-replace-${paper.id}`}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) queue.add(paper.itemId, [file], { paper: paper.id, rev: paper.rev });
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
