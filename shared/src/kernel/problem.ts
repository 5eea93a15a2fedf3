import type { Json } from './json.ts';

/** The body of every refused HTTP request (RFC 9457, `application/problem+json`). Clients switch on `code` only. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly params?: { readonly [key: string]: Json };
  readonly correlationId?: string;
}

/**
 * Codes of the door itself, with their HTTP status and a line for developers. Never renamed.
 * Every other code is a refusal by a rule of the domain and answers 409.
 */
export const doorProblems = {
  'input/malformed': { status: 400, title: 'The body is not valid JSON in UTF-8.' },
  'input/too-deep': { status: 400, title: 'The body is nested too deeply.' },
  'input/forbidden-key': { status: 400, title: 'The body uses a reserved key.' },
  'input/invalid': { status: 400, title: 'The input does not have the described form.' },
  'input/host': { status: 400, title: 'The Host header is not valid.' },
  'input/too-large': { status: 413, title: 'The body is too large.' },
  'input/media-type': { status: 415, title: 'The content type or encoding is not accepted here.' },
  'input/timeout': { status: 408, title: 'The body did not arrive in time.' },
  'auth/required': { status: 401, title: 'Sign in first.' },
  'auth/wrong-credentials': { status: 401, title: 'The user name or the password is wrong.' },
  'auth/wrong-code': { status: 401, title: 'The meeting code is wrong, used or expired.' },
  'auth/password-change-required': { status: 403, title: 'Change the first password before anything else.' },
  'auth/locked': { status: 429, title: 'Too many failures; wait before trying again.' },
  'auth/busy': { status: 429, title: 'Too many sign-ins at this moment; try again shortly.' },
  'origin/foreign': { status: 403, title: 'The request comes from another site.' },
  'not-found': { status: 404, title: 'There is nothing here for this caller.' },
  'method/not-allowed': { status: 405, title: 'This method is not offered here.' },
  'storage/full': { status: 503, title: 'The server has no space left; nothing was stored.' },
  'not-ready': { status: 503, title: 'The server cannot serve yet.' },
  internal: { status: 500, title: 'The server failed; nothing is known to be wrong with the request.' },
} as const;

export type DoorCode = keyof typeof doorProblems;

const isDoorCode = (code: string): code is DoorCode => Object.hasOwn(doorProblems, code);

/** The problem body for a code; codes outside the door's own list are refusals of the domain (409). */
export function problemOf(code: string, params?: Problem['params'], correlationId?: string): Problem {
  const known = isDoorCode(code)
    ? doorProblems[code]
    : { status: 409, title: 'Refused by a rule; the code says which.' };
  return {
    type: `urn:hopso:problem:${code}`,
    title: known.title,
    status: known.status,
    code,
    ...(params === undefined ? {} : { params }),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}
