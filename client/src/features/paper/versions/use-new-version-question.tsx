import type { PaperView } from '@hopso/shared/session';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog } from '#ui';
import type { UploadQueue } from '../upload-queue.ts';
import { resembling } from './resembling.ts';
import styles from './versions.module.css';

interface Question {
  readonly file: File;
  readonly paper: PaperView;
}

/** Sends files to an item; one that is named like a paper of the item is asked about first. */
export function useNewVersionQuestion(
  queue: UploadQueue,
  itemId: string,
  papers: readonly PaperView[],
): { readonly send: (files: Iterable<File>) => void; readonly dialog: ReactNode } {
  const { t } = useTranslation('version');
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const [question, ...later] = questions;
  function send(files: Iterable<File>) {
    const asked: Question[] = [];
    for (const file of files) {
      const paper = resembling(file.name, papers);
      if (paper === null) queue.add(itemId, [file]);
      else asked.push({ file, paper });
    }
    setQuestions((before) => [...before, ...asked]);
  }
  function answer({ file, paper }: Question, isNewVersion: boolean) {
    queue.add(itemId, [file], isNewVersion ? { paper: paper.id, rev: paper.rev } : null);
    setQuestions(later);
  }
  const dialog = question !== undefined && (
    <Dialog
      open
      title={t('ask.title', { title: question.paper.title })}
      onClose={() => setQuestions(later)}
      testId="new-version-dialog"
    >
      <p>{t('ask.text', { file: question.file.name })}</p>
      <div className={styles.acts}>
        <Button onClick={() => answer(question, false)} testId="new-version-separate">
          {t('ask.separate')}
        </Button>
        <Button tone="primary" onClick={() => answer(question, true)} testId="new-version-confirm">
          {t('ask.new')}
        </Button>
      </div>
    </Dialog>
  );
  return { send, dialog };
}
