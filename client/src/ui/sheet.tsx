import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import styles from './sheet.module.css';

interface SheetProps {
  readonly title: string;
  /** One line of state under the title. */
  readonly status?: ReactNode;
  readonly tone?: 'neutral' | 'danger';
  readonly foldLabel: string;
  /** Said where there is room for it: "Thu gọn *để xem tài liệu*". */
  readonly foldPurpose?: string;
  readonly onFold: () => void;
  readonly children: ReactNode;
  readonly testId?: string;
}

/**
 * A bottom sheet over the main area that does not block it: what lies behind stays readable and scrollable.
 * Focus moves to the heading when it appears. Folding unmounts it; the caller keeps a button that opens it again.
 */
export function Sheet({
  title,
  status,
  tone = 'neutral',
  foldLabel,
  foldPurpose,
  onFold,
  children,
  testId,
}: SheetProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section
      className={classes(styles.sheet, tone === 'danger' && styles.danger)}
      aria-labelledby={headingId}
      data-testid={testId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onFold();
      }}
    >
      <header className={styles.header}>
        <h2 id={headingId} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <Button tone="plain" onClick={onFold} {...(testId ? { testId: `${testId}-fold` } : {})}>
          {foldLabel}
          {foldPurpose && <span className={styles.purpose}> {foldPurpose}</span>}
        </Button>
        {status && <div className={styles.status}>{status}</div>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, also from the keyboard */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
