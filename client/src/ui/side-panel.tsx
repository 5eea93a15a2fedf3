import type { ReactNode } from 'react';
import { ModalLayer } from './modal-layer.tsx';

interface SidePanelProps {
  readonly open: boolean;
  readonly title: string;
  readonly side?: 'left' | 'right';
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** A modal panel from the edge, for what does not fit beside the main area on a narrow screen. */
export function SidePanel({ open, title, side = 'left', onClose, children, testId }: SidePanelProps) {
  if (!open) return null;
  return (
    <ModalLayer title={title} onClose={onClose} shape={side} testId={testId}>
      {children}
    </ModalLayer>
  );
}
