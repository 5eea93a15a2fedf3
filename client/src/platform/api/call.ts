import type { RouteContract } from '@hopso/shared/kernel';
import { noteContact } from '#platform/offline';
import { addressOf, type CallAnswer, type CallInput, type Endpoint } from './endpoint.ts';
import { Problem, problemFrom } from './problem.ts';

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly headers?: { readonly [name: string]: string };
  /** Goes on when the page is left meanwhile. */
  readonly outlivesPage?: boolean;
}

interface RawInput {
  readonly params?: { readonly [name: string]: unknown };
  readonly query?: { readonly [name: string]: unknown };
  readonly body?: unknown;
}

const defaultTimeoutMs = 15_000;
let signedOut: () => void = () => {};

/** What happens when the server says that nobody is signed in any more. Set once, by the application. */
export function onSignedOut(handle: () => void): void {
  signedOut = handle;
}

/** Tells the application that the sign-in is over, where that was learned another way than by a call. */
export function reportSignedOut(): void {
  signedOut();
}

/**
 * Calls a route and gives back the body of its success.
 * @throws Problem for every refusal, timeout or failure to reach the server.
 */
export function call<C extends RouteContract>(
  endpoint: Endpoint<C>,
  input: CallInput<C>,
  options: CallOptions = {},
): Promise<CallAnswer<C>> {
  const { params, query, body } = input as RawInput;
  return request<CallAnswer<C>>(endpoint.method, addressOf(endpoint.path, params, query), body, options);
}

/**
 * Reads an address whose answer has the type of a view rather than of a contract.
 * @throws Problem as `call` does.
 */
export function fetchJson<T>(address: string, options: CallOptions = {}): Promise<T> {
  return request<T>('get', address, undefined, options);
}

async function request<T>(method: string, address: string, body: unknown, options: CallOptions): Promise<T> {
  const response = await send(address, method, body, options);
  const answer = await readJson(response);
  if (response.ok) {
    noteContact();
    return answer as T;
  }
  const problem = problemFrom(response.status, answer);
  if (problem.code === 'auth/required') signedOut();
  throw problem;
}

async function send(address: string, method: string, body: unknown, options: CallOptions): Promise<Response> {
  const deadline = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  try {
    return await fetch(address, {
      method: method.toUpperCase(),
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(options.outlivesPage === true && { keepalive: true }),
      signal,
    });
  } catch (thrown) {
    if (options.signal?.aborted) throw thrown;
    throw new Problem(deadline.aborted ? 'net/timeout' : 'net/offline');
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) {
    if (response.ok) throw new Problem('net/unreadable', { status: response.status });
    return undefined;
  }
  try {
    return await response.json();
  } catch {
    throw new Problem('net/unreadable', { status: response.status });
  }
}
