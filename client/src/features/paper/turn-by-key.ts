import type { KeyboardEvent } from 'react';
import type { Reader } from './use-reader.ts';

/** Page Up and Page Down turn a page, Home and End go to the first and the last; in a field they stay what they are. */
export function turnByKey(event: KeyboardEvent, { count, goTo, turnBy }: Reader): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (
    event.target instanceof HTMLElement &&
    event.target.closest('input, textarea, select, [role="tablist"]')
  )
    return;
  if (event.key === 'PageUp') turnBy(-1);
  else if (event.key === 'PageDown') turnBy(1);
  else if (event.key === 'Home') goTo(1);
  else if (event.key === 'End') goTo(count);
  else return;
  event.preventDefault();
}
