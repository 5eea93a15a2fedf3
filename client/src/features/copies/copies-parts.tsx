import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react';
import { loadArea } from '#platform/i18n';

/** Secret items are rare: what shows them comes when there is one. */
const part = <Props,>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: (await Promise.all([load(), loadArea('copies')]))[0] }));

const LazyRegister = part(async () => (await import('./copy-register.tsx')).CopyRegister);
const LazyTable = part(async () => (await import('./copy-table.tsx')).CopyTable);
const LazyOverview = part(async () => (await import('./secret-overview.tsx')).SecretOverview);

/** The desk's register of an item's paper copies, with its acts. */
export const CopyRegister = (props: ComponentProps<typeof LazyRegister>) => (
  <Suspense fallback={null}>
    <LazyRegister {...props} />
  </Suspense>
);

/** The register as it came to be, for the result. */
export const CopyTable = (props: ComponentProps<typeof LazyTable>) => (
  <Suspense fallback={null}>
    <LazyTable {...props} />
  </Suspense>
);

/** A secret item as its participants see it: the neutral line and their own copies. */
export const SecretOverview = (props: ComponentProps<typeof LazyOverview>) => (
  <Suspense fallback={null}>
    <LazyOverview {...props} />
  </Suspense>
);
