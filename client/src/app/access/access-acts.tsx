import type { MeetingView } from '@hopso/shared/session';
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { loadArea, useTranslation } from '#platform/i18n';
import { Button, IconButton } from '#ui';
import { IconEye, IconLock, IconTrash } from '#ui/icons';
import type { AccessDialogProps } from './access-dialog.tsx';

/** Dialogs come with their texts, when the first of them is opened. */
const part = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: (await Promise.all([load(), loadArea('access')]))[0] }));
const AccessDialog = part(async () => (await import('./access-dialog.tsx')).AccessDialog);
const RecallDialog = part(async () => (await import('./recall-dialog.tsx')).RecallDialog);
const SeenByDialog = part(async () => (await import('./seen-by-dialog.tsx')).SeenByDialog);

type PaperActsProps = Omit<AccessDialogProps, 'onClose'>;

/** What the desk does about who may read a paper: gives rights on it, and recalls it. */
export function PaperAccessActs({ view, item, paper }: PaperActsProps) {
  const { t } = useTranslation('prepare');
  const [dialog, setDialog] = useState<'access' | 'recall' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <IconButton
        label={t('paper.access', { title: paper.title })}
        icon={<IconLock />}
        onClick={() => setDialog('access')}
        testId={`paper-access-${paper.id}`}
      />
      <IconButton
        label={t('paper.withdraw', { title: paper.title })}
        icon={<IconTrash />}
        onClick={() => setDialog('recall')}
        testId={`paper-withdraw-${paper.id}`}
      />
      <WhenLoaded>
        {dialog === 'access' && <AccessDialog {...{ view, item, paper }} onClose={close} />}
        {dialog === 'recall' && <RecallDialog paper={paper} onClose={close} />}
      </WhenLoaded>
    </>
  );
}

/** Opens the view of the agenda and papers as one participant sees them. */
export function SeenByButton({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('prepare');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<IconEye aria-hidden="true" />} onClick={() => setOpen(true)} testId="seen-by-open">
        {t('people.seenBy')}
      </Button>
      <SeenByPart view={view} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

interface SeenByPartProps {
  readonly view: MeetingView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The same, opened from elsewhere. */
export function SeenByPart({ view, isOpen, onClose }: SeenByPartProps) {
  return <WhenLoaded>{isOpen && <SeenByDialog view={view} onClose={onClose} />}</WhenLoaded>;
}

const WhenLoaded = ({ children }: { readonly children: ReactNode }) => (
  <Suspense fallback={null}>{children}</Suspense>
);
