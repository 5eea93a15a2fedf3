import type { PaperView } from '@hopso/shared/session';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import { Badge, Button, Dialog, Skeleton } from '#ui';
import { asksFloorNow, remarksQuery } from './remark-queries.ts';

const RemarkTable = lazy(async () => ({ default: (await import('./remark-table.tsx')).RemarkTable }));

interface RemarksButtonProps {
  readonly meeting: string;
  readonly paper: Pick<PaperView, 'id' | 'title'>;
}

/** Opens what members remarked on a paper, at the desk. */
export function RemarksButton({ meeting, paper }: RemarksButtonProps) {
  const { t } = useTranslation('meeting');
  const [isOpen, setOpen] = useState(false);
  const { data, refetch } = useQuery(remarksQuery(meeting, paper.id));
  const notesSeq = useLive((live) => live.notesSeq);
  useEffect(() => {
    if (notesSeq > 0) void refetch();
  }, [notesSeq, refetch]);
  const waiting = data?.filter(asksFloorNow).length ?? 0;
  return (
    <>
      <Button tone="plain" onClick={() => setOpen(true)} testId={`remarks-open-${paper.id}`}>
        {t('notes.remarks')}
        {waiting > 0 && (
          <Badge tone="notice" testId={`remarks-floor-${paper.id}`}>
            {t('notes.asksFloor', { n: waiting })}
          </Badge>
        )}
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
