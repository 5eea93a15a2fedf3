import type { MeetingView } from '@hopso/shared/session';
import { useEffect, useRef } from 'react';
import { useOrder } from '#meeting';

const setting = 'hopso.desk-keys';

/** Whether single keys act at this desk. Somebody who dictates or types by accident switches them off (WCAG 2.1.4). */
export const areKeysOn = (): boolean => localStorage.getItem(setting) !== 'off';
export const setKeysOn = (isOn: boolean): void => localStorage.setItem(setting, isOn ? 'on' : 'off');

interface DeskKeys {
  /** A dialog is open: keys belong to it. */
  readonly isBusy: boolean;
  readonly next: () => void;
  readonly vote: () => void;
  readonly pause: () => void;
  readonly help: () => void;
  readonly find: () => void;
  readonly view: MeetingView;
}

type Act = Exclude<keyof DeskKeys, 'isBusy' | 'view'> | 'undo';

const actOf: { readonly [key: string]: Act } = {
  ArrowRight: 'next',
  v: 'vote',
  ' ': 'pause',
  '?': 'help',
  '/': 'find',
};

const fields = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]';

/** Which act a key press means; null where the press belongs to what has the focus. */
function actOfPress(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}): Act | null {
  const element = event.target instanceof Element ? event.target : null;
  if (element?.closest(fields) || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'z' ? 'undo' : null;
  const act = actOf[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
  // Space presses a focused button and arrows move between tabs: those come first.
  if ((act === 'pause' || act === 'next') && element?.closest('button, a, summary, [role="tab"]'))
    return null;
  return act;
}

/** The desk's keys: → next item (asks), V vote, Space break (asks), / find a person, ? help, Ctrl+Z undo the move. */
export function useDeskKeys(keys: DeskKeys): void {
  const order = useOrder();
  const latest = useRef({ keys, order });
  latest.current = { keys, order };
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const { keys: now, order: give } = latest.current;
      if (now.isBusy || event.defaultPrevented || event.repeat) return;
      const act = actOfPress(event);
      if (act === null || (act !== 'undo' && !areKeysOn())) return;
      const { lastMove } = now.view.meeting;
      if (act === 'undo' && lastMove === null) return;
      event.preventDefault();
      if (act !== 'undo') now[act]();
      else if (lastMove !== null) void give({ type: 'UndoItemMove', of: lastMove.seq });
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
