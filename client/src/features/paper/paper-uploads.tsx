import type { PaperView } from '@hopso/shared/session';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { problemText, useTranslation } from '#platform/i18n';
import { Button, buttonClass, classes, IconButton, ProgressBar } from '#ui';
import { IconUpload, IconX } from '#ui/icons';
import styles from './paper-uploads.module.css';
import type { UploadQueue, UploadTask } from './upload-queue.ts';
import { useNewVersionQuestion } from './versions/use-new-version-question.tsx';

interface PaperUploadsProps {
  readonly itemId: string;
  /** The papers of the item, of which a file may be a new version. */
  readonly papers: readonly PaperView[];
  readonly queue: UploadQueue;
  readonly tasks: readonly UploadTask[];
  /** What lies on the item already; files may be dropped anywhere on it. */
  readonly children?: ReactNode;
  /** What else can be done with the item, beside the button that chooses files. */
  readonly beside?: ReactNode;
}

/** Where PDFs are chosen or dropped for an item, and what becomes of each. */
export function PaperUploads({ itemId, papers, queue, tasks, children, beside }: PaperUploadsProps) {
  const { t } = useTranslation('prepare');
  const inputId = useId();
  const [isOver, setOver] = useState(false);
  const { send, dialog } = useNewVersionQuestion(queue, itemId, papers);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files);
  };
  const own = tasks.filter((task) => task.itemId === itemId && task.stage !== 'done');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button below does the same
    <div
      className={classes(styles.area, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      <ul className={styles.tasks}>
        {own.map((task) => (
          <Task key={task.id} task={task} queue={queue} />
        ))}
      </ul>
      <div className={styles.acts}>
        <label htmlFor={inputId} className={classes(buttonClass('outline'), styles.choose)}>
          <IconUpload aria-hidden="true" />
          {isOver ? t('upload.drop') : t('upload.choose')}
        </label>
        <input
          id={inputId}
          type="file"
          accept="application/pdf,.pdf"
          multiple
          className="visually-hidden"
          data-testid={`paper-upload-${itemId}`}
          onChange={(event) => {
            if (event.currentTarget.files !== null) send([...event.currentTarget.files]);
            event.currentTarget.value = '';
          }}
        />
        {beside}
      </div>
      {dialog}
    </div>
  );
}

function Task({ task, queue }: { readonly task: UploadTask; readonly queue: UploadQueue }) {
  const { t } = useTranslation('prepare');
  const { id, fileName, stage, share, problem } = task;
  return (
    <li className={styles.task} data-testid={`upload-${stage}`}>
      <span className={styles.name}>{fileName}</span>
      {problem === null ? (
        <>
          <span className={styles.stage}>
            {t(`upload.stage.${stage}`, { percent: Math.round(share * 100) })}
          </span>
          <ProgressBar label={fileName} value={share} />
        </>
      ) : (
        <span className={styles.refused} role="alert">
          {problemText(problem)}
        </span>
      )}
      {stage === 'refused' && (
        <span className={styles.taskActs}>
          {problem?.isPassing === true && (
            <Button onClick={() => queue.retry(id)}>{t('upload.retry')}</Button>
          )}
          <IconButton label={t('upload.dismiss')} icon={<IconX />} onClick={() => queue.dismiss(id)} />
        </span>
      )}
    </li>
  );
}
