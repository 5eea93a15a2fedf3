import { useEffect, useState } from 'react';
import { penActivity } from '#annotation';

/** So long after a stroke a hand may still go on writing (ux.md §2.3). */
const restsAfterMs = 3_000;
/** How often a pen that is down is looked after. */
const lookEveryMs = 200;

/**
 * A value as it was when the pen last rested: while somebody writes, and for three seconds after, the page under
 * their pen stays where it is. Then the newest value counts.
 */
export function useWhilePenRests<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function look() {
      const rested = penActivity.restedFor(performance.now());
      if (rested >= restsAfterMs) setSettled(() => value);
      else timer = setTimeout(look, penActivity.isDown ? lookEveryMs : restsAfterMs - rested);
    }
    look();
    return () => clearTimeout(timer);
  }, [value]);
  const isResting = penActivity.restedFor(performance.now()) >= restsAfterMs;
  return isResting ? value : settled;
}
