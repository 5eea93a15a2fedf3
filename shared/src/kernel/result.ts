import type { Json } from './json.ts';

/** A domain refusal: data with a stable code, translated where it is shown. */
export interface Rejection {
  readonly code: string;
  readonly params?: { readonly [key: string]: Json };
}

export type Result<T, E = Rejection> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export function refuse(code: string, params?: Rejection['params']): Result<never> {
  return { ok: false, error: params === undefined ? { code } : { code, params } };
}

/** What a person named as seen is no longer so; `current` is what holds now, so the screen can show both. */
export function stale(current: Json): Result<never> {
  return refuse('stale', { current });
}
