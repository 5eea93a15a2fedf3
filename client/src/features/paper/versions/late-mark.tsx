import type { PaperView } from '@hopso/shared/session';
import { lazy, Suspense } from 'react';

const Lateness = lazy(async () => ({ default: (await import('./lateness.tsx')).Lateness }));

/** "Gửi muộn: hạn …, nhận …" on a paper that came after its day; nothing on the others. */
export function LateMark({ late }: Pick<PaperView, 'late'>) {
  if (late === null) return null;
  return (
    <Suspense fallback={null}>
      <Lateness late={late} />
    </Suspense>
  );
}
