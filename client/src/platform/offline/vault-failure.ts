/**
 * - `unavailable`: this browser keeps nothing here (private mode, refused, broken, no answer in time)
 * - `full`: no room left; what was kept before stays
 * - `locked`: too long without contact with the server; opens at the next contact
 * - `erased`: the key is gone
 */
type VaultFailureReason = 'unavailable' | 'full' | 'locked' | 'erased';

/** Why this device keeps, or gives, nothing now. */
export class VaultFailure extends Error {
  override readonly name = 'VaultFailure';
  readonly reason: VaultFailureReason;

  constructor(reason: VaultFailureReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Anything the storage threw, as a failure of the vault. */
export function asVaultFailure(thrown: unknown): VaultFailure {
  if (thrown instanceof VaultFailure) return thrown;
  return new VaultFailure(isFull(thrown) ? 'full' : 'unavailable', thrown);
}

/** The database wraps the browser's error, which may stand at either place. */
function isFull(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return (
    thrown.name === 'QuotaExceededError' || /QuotaExceeded/.test(thrown.message) || isFull(inner(thrown))
  );
}

const inner = (thrown: Error): unknown => ('inner' in thrown ? thrown.inner : thrown.cause);

/** Longer than the slowest honest write, shorter than a person waits. */
const patienceMs = 8_000;

/**
 * The answer of the storage, or a failure: some browsers leave requests without one (private mode, a full disk).
 * @throws VaultFailure
 */
export async function answered<T>(work: PromiseLike<T>, withinMs = patienceMs): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new VaultFailure('unavailable')), withinMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (thrown) {
    throw asVaultFailure(thrown);
  } finally {
    clearTimeout(timer);
  }
}
