import type { Json, Problem as ProblemBody } from '@hopso/shared/kernel';

/**
 * A refused or failed request. Screens switch on `code`; the text comes from the `problem` catalogue. Codes that
 * arise on this side of the wire are `net/offline`, `net/timeout`, `net/unreadable` and `command/unknown`.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly params: { readonly [key: string]: Json };
  /** HTTP status, 0 when there was no answer. */
  readonly status: number;
  /** For the helpdesk. */
  readonly correlationId: string | null;

  constructor(
    code: string,
    details: { status?: number; params?: ProblemBody['params']; correlationId?: string } = {},
  ) {
    super(code);
    this.code = code;
    this.params = details.params ?? {};
    this.status = details.status ?? 0;
    this.correlationId = details.correlationId ?? null;
  }

  /** Whether sending the same request again may succeed without anybody changing anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 429;
  }
}

/** The problem a response body describes, whatever it turns out to be. */
export function problemFrom(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') {
    return new Problem('net/unreadable', { status });
  }
  const { code, params, correlationId } = body as ProblemBody;
  return new Problem(code, {
    status,
    ...(params !== undefined && { params }),
    ...(correlationId !== undefined && { correlationId }),
  });
}

/** Anything that was thrown, as a problem; what is not one is our own fault. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem('internal');
}
