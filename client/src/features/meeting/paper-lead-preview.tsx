import type { MeetingView, PaperView } from '@hopso/shared/session';
import { useCallback, useEffect } from 'react';
import { PaperPreview, type ReaderHandle } from '#paper';
import { useMine } from '#platform/live-store';
import { useLedPages } from './follow-pages.ts';
import { LeadControl, useLeadOverlay } from './follow-parts.tsx';
import { usePageLead } from './use-page-lead.ts';

interface PaperLeadPreviewProps {
  readonly view: MeetingView;
  readonly paper: PaperView;
  readonly onClose: () => void;
}

/** A paper at the desk, whose pages the desk can lead; closing it ends the lead. */
export function PaperLeadPreview({ view, paper, onClose }: PaperLeadPreviewProps) {
  const mine = useMine((own) => own);
  const lead = usePageLead(view, mine);
  const { setOpen, open, isLeading, end } = lead;
  const handle = useCallback(
    (reader: ReaderHandle | null) =>
      setOpen(reader && { paperId: paper.id, version: paper.version, handle: reader }),
    [setOpen, paper.id, paper.version],
  );
  useLedPages(view.meeting.id, isLeading ? open : null);
  const overlay = useLeadOverlay(undefined, { paperId: paper.id, version: paper.version }, lead);
  useEffect(() => {
    if (isLeading) return () => void end();
  }, [isLeading, end]);
  return (
    <PaperPreview
      meeting={view.meeting.id}
      {...{ paper, handle, overlay, onClose }}
      beside={<LeadControl lead={lead} />}
    />
  );
}
