import type { MeetingHeader, PaperView } from '@hopso/shared/session';
import { type FormEvent, useState } from 'react';
import { useOrder } from '#meeting';
import { PaperPreview } from '#paper';
import { useTranslation } from '#platform/i18n';
import { Badge, Button, ConfirmDialog, Dialog, IconButton, TextArea, TextField } from '#ui';
import { IconEye, IconFileText, IconPencil, IconTrash } from '#ui/icons';
import styles from './agenda-panel.module.css';

interface PaperRowProps {
  readonly meeting: MeetingHeader;
  readonly paper: PaperView;
  readonly isOpen: boolean;
}

/** One paper on an item: read it, correct its title, take it back with a reason. */
export function PaperRow({ meeting, paper, isOpen }: PaperRowProps) {
  const { t } = useTranslation('prepare');
  const [dialog, setDialog] = useState<'preview' | 'retitle' | 'withdraw' | null>(null);
  const close = () => setDialog(null);
  return (
    <div className={styles.paper} data-testid={`paper-row-${paper.id}`}>
      <IconFileText className={styles.paperIcon} aria-hidden="true" />
      <span className={styles.paperTitle}>
        {paper.title}
        <span className={styles.paperFacts}>
          {t('paper.pages', { n: paper.pages })}
          {!paper.hasText && ` · ${t('paper.scan')}`}
          {paper.isAddedLater && (
            <>
              {' '}
              <Badge tone="info">{t('agenda.added')}</Badge>
            </>
          )}
        </span>
      </span>
      <IconButton
        label={t('paper.preview', { title: paper.title })}
        icon={<IconEye />}
        onClick={() => setDialog('preview')}
        testId={`paper-preview-${paper.id}`}
      />
      {isOpen && (
        <>
          <IconButton
            label={t('paper.retitle', { title: paper.title })}
            icon={<IconPencil />}
            onClick={() => setDialog('retitle')}
            testId={`paper-retitle-${paper.id}`}
          />
          <IconButton
            label={t('paper.withdraw', { title: paper.title })}
            icon={<IconTrash />}
            onClick={() => setDialog('withdraw')}
            testId={`paper-withdraw-${paper.id}`}
          />
        </>
      )}
      {dialog === 'preview' && <PaperPreview meeting={meeting.id} paper={paper} onClose={close} />}
      {dialog === 'retitle' && <RetitleDialog paper={paper} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawPaperDialog paper={paper} onClose={close} />}
    </div>
  );
}

interface PaperDialogProps {
  readonly paper: PaperView;
  readonly onClose: () => void;
}

function RetitleDialog({ paper, onClose }: PaperDialogProps) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const [title, setTitle] = useState(paper.title);
  async function save(event: FormEvent) {
    event.preventDefault();
    if (title.trim() === '' || title.trim() === paper.title) return onClose();
    const receipt = await order({
      type: 'RetitlePaper',
      paper: paper.id,
      rev: paper.rev,
      title: title.trim(),
    });
    if (receipt !== null) onClose();
  }
  return (
    <Dialog open title={t('paper.retitleTitle')} onClose={onClose} testId="paper-retitle-dialog">
      <form className={styles.retitle} onSubmit={(event) => void save(event)}>
        <TextField
          label={t('paper.title')}
          hint={paper.fileName}
          maxLength={400}
          autoFocus
          value={title}
          onChange={setTitle}
          testId="paper-title"
        />
        <div className={styles.retitleActs}>
          <Button type="submit" tone="primary" testId="paper-title-save">
            {t('paper.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Members lose the file at once; the record keeps that it was there, and why it went. */
function WithdrawPaperDialog({ paper, onClose }: PaperDialogProps) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  async function withdraw() {
    setTried(true);
    if (reason.trim() === '') return;
    const receipt = await order({
      type: 'WithdrawPaper',
      paper: paper.id,
      rev: paper.rev,
      reason: reason.trim(),
    });
    if (receipt !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('paper.withdrawTitle')}
      action={t('paper.withdrawAct')}
      danger
      onConfirm={withdraw}
      onClose={onClose}
      testId="paper-withdraw-confirm"
    >
      <p>{t('paper.withdrawEffect', { title: paper.title })}</p>
      <TextArea
        label={t('withdraw.reason')}
        required
        rows={2}
        maxLength={1000}
        error={isTried && reason.trim() === '' ? t('item.fault.missing') : undefined}
        value={reason}
        onChange={setReason}
        testId="paper-withdraw-reason"
      />
    </ConfirmDialog>
  );
}
