import type { DocumentKind, DocumentOrder } from '@hopso/shared/paper';
import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, buttonClass, Checkbox, Dialog, OptionTiles, ProgressBar } from '#ui';
import { IconDownload, IconPrinter } from '#ui/icons';
import styles from './download-dialog.module.css';
import { useDocumentJob } from './use-document-job.ts';

export interface DownloadDialogProps {
  readonly meeting: string;
  /** The paper that is open; without one the pack alone is offered. */
  readonly paper?: { readonly id: string; readonly version: number | undefined } | undefined;
  readonly onClose: () => void;
}

/** What to take along, then how far it is, then the file. Every copy carries its reader's name. */
export function DownloadDialog({ meeting, paper, onClose }: DownloadDialogProps) {
  const { t } = useTranslation(['document', 'common']);
  const { made, make, stop } = useDocumentJob(meeting);
  const [kind, setKind] = useState<DocumentKind>(paper === undefined ? 'pack' : 'annotated');
  const [withNotes, setWithNotes] = useState(true);
  const kinds: readonly DocumentKind[] =
    paper === undefined ? ['pack'] : ['annotated', 'watermarked', 'pack'];
  const order: DocumentOrder =
    kind === 'pack' || paper === undefined
      ? { kind: 'pack', withNotes }
      : { kind, paper: paper.id, ...(paper.version !== undefined && { version: paper.version }) };
  return (
    <Dialog open title={t('title')} onClose={onClose} testId="download-dialog">
      <div className={styles.body}>
        {(made.status === 'idle' || made.status === 'failed') && (
          <>
            {paper === undefined ? (
              <p>{t('hint.pack')}</p>
            ) : (
              <OptionTiles
                label={t('what')}
                shape="row"
                tiles={kinds.map((value) => ({
                  value,
                  label: t(`kind.${value}`),
                  hint: t(`hint.${value}`),
                  testId: `download-${value}`,
                }))}
                value={kind}
                onChange={setKind}
              />
            )}
            {kind === 'pack' && (
              <Checkbox
                label={t('withNotes')}
                value={withNotes}
                onChange={setWithNotes}
                testId="download-with-notes"
              />
            )}
            <p className={styles.hint}>{t('watermark')}</p>
            {made.status === 'failed' && (
              <p className={styles.problem} role="alert" data-testid="download-problem">
                {made.reason}
              </p>
            )}
            <Button
              tone="primary"
              size="primary"
              icon={<IconDownload aria-hidden="true" />}
              onClick={() => make(order)}
              testId="download-start"
            >
              {t('start')}
            </Button>
          </>
        )}
        {made.status === 'making' && (
          <>
            <p role="status">{t(made.isQueued ? 'queued' : 'making')}</p>
            <ProgressBar label={t('making')} value={made.percent / 100} testId="download-progress" />
            <Button onClick={stop} testId="download-cancel">
              {t('action.cancel', { ns: 'common' })}
            </Button>
          </>
        )}
        {made.status === 'ready' && (
          <>
            <p role="status">{t('ready', { name: made.fileName })}</p>
            <a
              href={made.address}
              download={made.fileName}
              className={buttonClass('primary', 'primary')}
              data-testid="download-save"
            >
              <IconDownload aria-hidden="true" />
              {t('save')}
            </a>
            {made.isPrintable ? (
              <a
                href={`${made.address}?open=print`}
                target="_blank"
                rel="noopener"
                className={buttonClass('outline')}
                data-testid="download-print"
              >
                <IconPrinter aria-hidden="true" />
                {t('print')}
              </a>
            ) : (
              <p className={styles.hint} data-testid="download-no-print">
                {t('noPrint')}
              </p>
            )}
            <p className={styles.hint}>{t('kept')}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
