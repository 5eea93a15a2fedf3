import { useFocusTrap } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { IconX } from './icons.ts';
import styles from './modal-layer.module.css';
import { useUiTexts } from './ui-texts.ts';

interface ModalLayerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly shape: 'small' | 'wide' | 'left' | 'right';
  readonly children: ReactNode;
  readonly testId?: string | undefined;
}

/**
 * A modal box over the page: focus stays inside and goes back where it was, Escape and a press beside it close it.
 * Our own, because the library's brings its scroll areas, popovers and scroll locking along: 27 KiB on every tablet.
 */
export function ModalLayer({ title, onClose, shape, children, testId }: ModalLayerProps) {
  const texts = useUiTexts();
  const titleId = useId();
  const trap = useFocusTrap(true);
  const box = useCallback(
    (element: HTMLDivElement | null) => {
      // The trap takes the focus a moment later; a key pressed in that moment belongs to the box already.
      if (element?.contains(document.activeElement) === false) element.focus({ preventScroll: true });
      trap(element);
    },
    [trap],
  );
  useFocusGivenBack();
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing beside the box only repeats its close button
    <div
      className={styles.backdrop}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || opensSomething(event)) return;
        // One Escape closes one box: a dialog over a dialog is inside it for React's events.
        event.stopPropagation();
        onClose();
      }}
    >
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        className={classes(styles.box, styles[shape])}
        data-testid={testId}
        tabIndex={-1}
      >
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <div className={styles.body}>{children}</div>
        {/* Last, so that the focus begins at what the box is about. */}
        <div className={styles.close}>
          <IconButton label={texts.close} icon={<IconX />} onClick={onClose} testId="dialog-close" />
        </div>
      </div>
    </div>,
    document.body,
  );
}

/** The first Escape closes the list that is open in a field. */
const opensSomething = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';

function useFocusGivenBack(): void {
  // Taken while drawing: a field with autofocus has the focus before any effect runs.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
