import type {
  RouteAnswer,
  RouteBodyGiven,
  RouteContract,
  RouteParams,
  RouteQueryGiven,
} from '@hopso/shared/kernel';

/**
 * A route as this side of the wire knows it. The contract itself (schemas and all) stays on the server;
 * its type is imported with `import type`, so method and path are checked and nothing is shipped.
 */
export interface Endpoint<C extends RouteContract> {
  readonly method: C['method'];
  readonly path: C['path'];
  /** Only the compiler sees it. */
  readonly contract?: C;
}

/** `endpoint<typeof signIn>('post', '/api/sign-in')` */
export function endpoint<C extends RouteContract>(method: C['method'], path: C['path']): Endpoint<C> {
  return { method, path };
}

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : [keyof Value] extends [never]
    ? unknown
    : Partial<Value> extends Value
      ? { readonly [K in Name]?: Value }
      : { readonly [K in Name]: Value };

/** What a call needs, no more: parameters, query and body as the contract declares them. */
export type CallInput<C extends RouteContract> = Part<'params', RouteParams<C>> &
  Part<'query', RouteQueryGiven<C>> &
  Part<'body', RouteBodyGiven<C>>;

export type CallAnswer<C extends RouteContract> = RouteAnswer<C>;

/** The address of a route, for links and downloads that the browser fetches itself. */
export function addressOf(
  path: string,
  params: { readonly [name: string]: unknown } = {},
  query: { readonly [name: string]: unknown } = {},
): string {
  const filled = path.replace(/(?<=\/):(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}
