import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { ModalLayer } from './modal-layer.tsx';
import { useUiTexts } from './ui-texts.ts';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: 'small' | 'wide';
  readonly children: ReactNode;
  readonly testId?: string;
}

/** A modal dialog with a title and a close button. */
export function Dialog({ open, title, onClose, size = 'small', children, testId }: DialogProps) {
  if (!open) return null;
  return (
    <ModalLayer title={title} onClose={onClose} shape={size} testId={testId}>
      {children}
    </ModalLayer>
  );
}

interface ConfirmDialogProps {
  readonly open: boolean;
  /** Names the object: "Kết thúc biểu quyết lần 1?" */
  readonly title: string;
  /** Names the effect. */
  readonly children: ReactNode;
  /** A verb, never "OK". */
  readonly action: string;
  readonly danger?: boolean;
  /** The dialog stays open and the button busy until this settles; a failure leaves the dialog to the caller. */
  readonly onConfirm: () => Promise<void> | void;
  readonly onClose: () => void;
  readonly testId?: string;
}

/** Asks before an act that cannot be undone. Everything else is done at once and offers undo in a toast. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, action, danger, onConfirm, onClose, testId } = props;
  const texts = useUiTexts();
  const [busy, setBusy] = useState(false);
  async function handleConfirm() {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <div className={styles.effect}>{children}</div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button
          tone={danger ? 'danger' : 'primary'}
          busy={busy}
          onClick={() => void handleConfirm()}
          {...(testId ? { testId } : {})}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
