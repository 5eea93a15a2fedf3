/** How long a vault stays readable without the server having confirmed its owner (RULES O3). */
export const leaseMs = 72 * 3_600_000;

/** Times of this device in milliseconds since 1970. */
export interface Lease {
  /** When the server last confirmed the owner. */
  readonly contactAt: number;
  /** The latest time known to have come: a clock set back does not give a lease its time back. */
  readonly latestAt: number;
}

/** The lease after contact: the clock may have been put right meanwhile, so both times start from now. */
export const leaseFrom = (now: number): Lease => ({ contactAt: now, latestAt: now });

/** The lease after `runMs` of use, by a clock that cannot be set, and whatever the settable clock says. */
export const leaseAt = (lease: Lease, now: number, runMs: number): Lease => ({
  ...lease,
  latestAt: Math.max(lease.latestAt + runMs, now),
});

export const hasRunOut = ({ contactAt, latestAt }: Lease): boolean => latestAt - contactAt > leaseMs;
