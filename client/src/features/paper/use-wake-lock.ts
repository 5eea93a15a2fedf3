import { useEffect } from 'react';

/**
 * Keeps the screen from going dark while `isNeeded`. The browser lets go whenever the page is hidden, so it is
 * taken again on return; where it is refused or unknown (low battery, plain HTTP) the screen behaves as ever.
 */
export function useWakeLock(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded || !('wakeLock' in navigator)) return;
    let held: WakeLockSentinel | null = null;
    let isWanted = true;
    function take() {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock.request('screen').then(
        (sentinel) => {
          if (isWanted) held = sentinel;
          else void sentinel.release();
        },
        () => {},
      );
    }
    take();
    document.addEventListener('visibilitychange', take);
    return () => {
      isWanted = false;
      document.removeEventListener('visibilitychange', take);
      void held?.release();
    };
  }, [isNeeded]);
}
