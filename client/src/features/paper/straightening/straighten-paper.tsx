import type { PaperView } from '@hopso/shared/session';
import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { IconButton } from '#ui';
import { IconRotateClockwise } from '#ui/icons';
import { StraightenDialog } from './straighten-dialog.tsx';

interface StraightenPaperProps {
  readonly meeting: string;
  readonly paper: PaperView;
}

/** For a scan: has a straightened copy made, which becomes its next version. Nothing for a paper with words. */
export function StraightenPaper({ meeting, paper }: StraightenPaperProps) {
  const { t } = useTranslation('version');
  const [isOpen, setOpen] = useState(false);
  if (paper.hasText) return null;
  return (
    <>
      <IconButton
        label={t('straighten.act', { title: paper.title })}
        icon={<IconRotateClockwise aria-hidden="true" />}
        onClick={() => setOpen(true)}
        testId={`paper-straighten-${paper.id}`}
      />
      {isOpen && <StraightenDialog meeting={meeting} paper={paper} onClose={() => setOpen(false)} />}
    </>
  );
}
