import type { PaperView } from '@hopso/shared/session';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog, Skeleton } from '#ui';

const RemarkTable = lazy(async () => ({ default: (await import('./remark-table.tsx')).RemarkTable }));

interface RemarksButtonProps {
  readonly meeting: string;
  readonly paper: Pick<PaperView, 'id' | 'title'>;
}

/** Opens what members remarked on a paper, at the desk. */
export function RemarksButton({ meeting, paper }: RemarksButtonProps) {
  const { t } = useTranslation('meeting');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="plain" onClick={() => setOpen(true)} testId={`remarks-open-${paper.id}`}>
        {t('notes.remarks')}
      </Button>
      <Dialog
        open={isOpen}
        title={t('notes.remarksOn', { paper: paper.title })}
        onClose={() => setOpen(false)}
        size="wide"
        testId="remarks-dialog"
      >
        <Suspense fallback={<Skeleton rows={4} />}>
          <RemarkTable meeting={meeting} paper={paper.id} />
        </Suspense>
      </Dialog>
    </>
  );
}
