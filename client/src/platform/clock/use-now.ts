import { useEffect, useState } from 'react';
import { onServerNowCorrected, serverNow } from './server-clock.ts';

/** The server's time, renewed on every whole `stepMs`. A component that shows a running clock draws only itself again. */
export function useNow(stepMs = 1_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function tick() {
      clearTimeout(timer);
      const current = serverNow();
      setNow(current);
      timer = setTimeout(tick, stepMs - (current % stepMs) + 5);
    }
    tick();
    const stopListening = onServerNowCorrected(tick);
    return () => {
      stopListening();
      clearTimeout(timer);
    };
  }, [stepMs]);
  return now;
}
