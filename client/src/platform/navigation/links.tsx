import type { ReactNode } from 'react';
import { useLink } from './navigation.ts';

interface LinkProps {
  readonly href: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** A link inside the application; `className` may be `buttonClass(…)` where it should look like a button. */
export function Link({ href, className, children, testId }: LinkProps) {
  return (
    <a {...useLink(href)} className={className} data-testid={testId}>
      {children}
    </a>
  );
}
