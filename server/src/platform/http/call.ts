import type { Readable } from 'node:stream';
import type {
  MediaBody,
  Result,
  RouteAnswer,
  RouteBody,
  RouteContract,
  RouteParams,
  RouteQuery,
} from '@hopso/shared/kernel';
import type { Request, Response } from 'express';
import type { Principal } from './principal.ts';

/** Returned by a handler that has written the answer to `res` itself (ranges, streams). */
export const answered: unique symbol = Symbol('answered');

type CallerOf<C extends RouteContract> = C['permission'] extends 'public' ? Principal | null : Principal;

/** One request, checked against its contract. All text in it is NFC. */
export interface Call<C extends RouteContract> {
  readonly params: RouteParams<C>;
  readonly query: RouteQuery<C>;
  readonly body: RouteBody<C>;
  readonly principal: CallerOf<C>;
  /** The caller's network address, through trusted proxies only. */
  readonly address: string;
  /** Where links in the answer must point: PUBLIC_URL, or the address the caller used. No slash at the end. */
  readonly baseUrl: string;
  readonly req: Request;
  readonly res: Response;
}

/** JSON answers are values of the contract's schema; other media are bytes, or written by the handler itself. */
export type Answer<C extends RouteContract> =
  RouteAnswer<C> extends infer A
    ? A extends MediaBody
      ? string | Buffer | Readable | typeof answered
      : A
    : never;

export type Handler<C extends RouteContract> = (
  call: Call<C>,
) => Promise<Result<Answer<C>>> | Result<Answer<C>>;

/** Puts a route of a contract into service. Each contract may be mounted once. */
export type Mount = <const C extends RouteContract>(contract: C, handler: Handler<C>) => void;
