import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { IconX } from './icons.ts';
import styles from './toast.module.css';
import { currentToasts, dismissToast, subscribeToasts, type Toast } from './toast-list.ts';
import { useUiTexts } from './ui-texts.ts';

const standsMs = 8_000;

/** Where toasts appear. The region exists from the start, so that what is added to it is read aloud. */
export function ToastArea() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  return (
    <div className={styles.area} role="status" aria-live="polite" aria-atomic="false">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const texts = useUiTexts();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), standsMs);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering and focus only hold the toast; its buttons act
    <div
      className={classes(styles.toast, toast.tone === 'danger' && styles.danger)}
      data-testid="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{toast.text}</span>
      {toast.undo && (
        <Button
          tone="on-header"
          testId="toast-undo"
          onClick={() => {
            dismissToast(toast.id);
            toast.undo?.();
          }}
        >
          {texts.undo}
        </Button>
      )}
      <IconButton onHeader label={texts.close} icon={<IconX />} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
