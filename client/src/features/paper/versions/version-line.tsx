import { lazy, Suspense } from 'react';
import type { VersionBandProps } from './version-band.tsx';

const Band = lazy(async () => ({ default: (await import('./version-band.tsx')).VersionBand }));

/** The band of a paper that has more than one version; loaded when there is such a paper. */
export function VersionLine(props: VersionBandProps) {
  if (props.paper.version === 1) return null;
  return (
    <Suspense fallback={null}>
      <Band {...props} />
    </Suspense>
  );
}
