import type { z } from 'zod';

/** What a whole installation lets a person do, apart from any meeting. */
export type SystemRole = 'administrator' | 'unitSecretary' | 'member' | 'viewer';

/**
 * Who may call a route. Checked before the route's own code runs and before anything is looked up,
 * so "not entitled" and "does not exist" answer alike.
 * - `public`: anybody
 * - `session`: whoever is signed in, even with a first password still to be changed
 * - `signed-in`: the same, first password changed
 * - `participant`, `desk`: has a part in, or conducts, the meeting named by the path parameter `meeting`
 * - a list: holds one of these system roles
 */
export type Permission = 'public' | 'session' | 'signed-in' | 'participant' | 'desk' | readonly SystemRole[];

/** A body that is not JSON: the route reads or writes the bytes itself. */
export interface MediaBody {
  readonly mediaType: string;
}

/** `null` = an answer without a body. */
export type AnswerBody = z.ZodType | MediaBody | null;

/** One HTTP route as client, server and the published description know it. Paths use `:name` parameters. */
export interface RouteContract {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly permission: Permission;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType | MediaBody;
  /** Answers by status. Refusals are problems (`application/problem+json`) and are not listed. */
  readonly responses: Readonly<Record<number, AnswerBody>>;
  /**
   * A sign-in by meeting code is good for one meeting. Such a session is refused on every route that does not
   * name this meeting in `:meeting`, unless the route says here that it narrows its answer itself.
   */
  readonly narrowsToMeeting?: true;
}

/** Declares a route; keeps the literal types from which request and answer types are inferred. */
export function route<const C extends RouteContract>(contract: C): C {
  return contract;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : Record<never, never>;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;
type Success = 200 | 201 | 202 | 204 | 206;
type SuccessBody<C extends RouteContract> = C['responses'][keyof C['responses'] & Success];

export type RouteParams<C extends RouteContract> = Parsed<C['params']>;
export type RouteQuery<C extends RouteContract> = Parsed<C['query']>;
export type RouteBody<C extends RouteContract> = C['body'] extends z.ZodType
  ? z.output<C['body']>
  : undefined;
/** What a caller sends. */
export type RouteQueryGiven<C extends RouteContract> = Given<C['query']>;
export type RouteBodyGiven<C extends RouteContract> = Given<C['body']>;
/** What a caller gets on success; `undefined` for an empty answer, `MediaBody` for bytes. */
export type RouteAnswer<C extends RouteContract> =
  SuccessBody<C> extends infer B
    ? B extends z.ZodType
      ? z.output<B>
      : B extends null
        ? undefined
        : MediaBody
    : never;
