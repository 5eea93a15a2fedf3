import { useEffect } from 'react';
import type { Notebook } from './notebook.ts';

/** Ctrl+Z takes the last act back, Ctrl+Y and Ctrl+Shift+Z repeat it; not in a field, which has its own. */
export function useUndoKeys({ acts }: Notebook): void {
  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.defaultPrevented ||
        isField(event.target)
      )
        return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      if (isRedo) acts.redo();
      else acts.undo();
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [acts]);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
