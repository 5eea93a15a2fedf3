import type { KeyboardEvent } from 'react';
import type { Reader } from './use-reader.ts';

/** Page Up and Page Down turn a page, Home and End go to the first and the last; in a field they stay what they are. */
export function turnByKey(event: KeyboardEvent, { page, count, goTo }: Reader): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (
    event.target instanceof HTMLElement &&
    event.target.closest('input, textarea, select, [role="tablist"]')
  )
    return;
  const target = { PageUp: page - 1, PageDown: page + 1, Home: 1, End: count }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  goTo(target);
}
