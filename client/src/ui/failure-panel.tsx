import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './failure-panel.module.css';
import { IconAlertTriangle } from './icons.ts';

interface FailurePanelProps {
  /** What happened. */
  readonly title: string;
  /** What is kept and what to do. */
  readonly children?: ReactNode;
  /** Code for the helpdesk. */
  readonly code?: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

export function FailurePanel({ title, children, code, action }: FailurePanelProps) {
  return (
    <div className={styles.panel} role="alert">
      <IconAlertTriangle className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {children}
        {code && <p className={styles.code}>{code}</p>}
        {action && (
          <Button tone="outline" onClick={action.onClick}>
            {action.label}
          </Button>
        )}
      </div>
    </div>
  );
}
