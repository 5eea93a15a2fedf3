import { type ReactNode, useId } from 'react';
import styles from './table.module.css';

interface TableProps {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly head: ReactNode;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** A table that scrolls sideways inside itself when it must; the region takes focus so the keyboard can scroll it. */
export function Table({ caption, showCaption = false, head, children, testId }: TableProps) {
  const captionId = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className={styles.scroller} aria-labelledby={captionId} tabIndex={0}>
      <table className={styles.table} data-testid={testId}>
        <caption id={captionId} className={showCaption ? styles.caption : 'visually-hidden'}>
          {caption}
        </caption>
        <thead>{head}</thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
