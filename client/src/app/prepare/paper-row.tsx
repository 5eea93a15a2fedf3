import type { MeetingView, OpenItemView, PaperView } from '@hopso/shared/session';
import { type FormEvent, useState } from 'react';
import { useOrder } from '#meeting';
import { LateMark, PaperPreview, ReplacePaper, StraightenPaper, type useUploads } from '#paper';
import { useTranslation } from '#platform/i18n';
import { Badge, Button, Dialog, IconButton, TextField } from '#ui';
import { IconEye, IconFileText, IconPencil } from '#ui/icons';
import { PaperAccessActs } from '../access/access-acts.tsx';
import styles from './agenda-panel.module.css';

interface PaperRowProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
  readonly paper: PaperView;
  readonly isOpen: boolean;
  readonly queue: ReturnType<typeof useUploads>['queue'];
}

/** One paper on an item: read it, correct its title, give rights on it, recall it. */
export function PaperRow({ view, item, paper, isOpen, queue }: PaperRowProps) {
  const { t } = useTranslation(['prepare', 'version']);
  const [dialog, setDialog] = useState<'preview' | 'retitle' | null>(null);
  const close = () => setDialog(null);
  return (
    <div className={styles.paper} data-testid={`paper-row-${paper.id}`}>
      <IconFileText className={styles.paperIcon} aria-hidden="true" />
      <span className={styles.paperTitle}>
        {paper.title}
        <span className={styles.paperFacts}>
          {t('paper.pages', { n: paper.pages })}
          {paper.version > 1 && ` · ${t('version:name', { n: paper.version })}`}
          {!paper.hasText && ` · ${t('paper.scan')}`}
          {paper.isRestricted && item.openTo === null && (
            <>
              {' '}
              <Badge tone="notice">{t('paper.restricted')}</Badge>
            </>
          )}
          {paper.isAddedLater && (
            <>
              {' '}
              <Badge tone="info">{t('agenda.added')}</Badge>
            </>
          )}{' '}
          <LateMark late={paper.late} />
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
          <StraightenPaper meeting={view.meeting.id} paper={paper} />
          <ReplacePaper paper={paper} queue={queue} />
          <IconButton
            label={t('paper.retitle', { title: paper.title })}
            icon={<IconPencil />}
            onClick={() => setDialog('retitle')}
            testId={`paper-retitle-${paper.id}`}
          />
          <PaperAccessActs {...{ view, item, paper }} />
        </>
      )}
      {dialog === 'preview' && <PaperPreview meeting={view.meeting.id} paper={paper} onClose={close} />}
      {dialog === 'retitle' && <RetitleDialog paper={paper} onClose={close} />}
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
