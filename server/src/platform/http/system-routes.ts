import { createHash, timingSafeEqual } from 'node:crypto';
import { ok, type RouteContract, refuse, route } from '@hopso/shared/kernel';
import type { Request } from 'express';
import { z } from 'zod';
import type { Metrics } from '#platform/telemetry';
import type { Mount } from './call.ts';
import { describeRoutes } from './openapi.ts';

const health = route({
  method: 'get',
  path: '/healthz',
  summary: 'The process is alive',
  permission: 'public',
  responses: { 200: z.object({ status: z.literal('alive') }) },
});

const readiness = route({
  method: 'get',
  path: '/readyz',
  summary: 'The server can serve: database open, migrations applied, not shutting down',
  permission: 'public',
  responses: { 200: z.object({ status: z.literal('ready') }) },
});

const metricsRoute = route({
  method: 'get',
  path: '/metrics',
  summary: 'Figures in the Prometheus text format; for this machine, or with the metrics token',
  permission: 'public',
  responses: { 200: { mediaType: 'text/plain' } },
});

const description = route({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This description',
  permission: 'public',
  responses: { 200: z.record(z.string(), z.unknown()) },
});

export interface SystemRoutesOptions {
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly version: string;
  readonly isReady: () => boolean | Promise<boolean>;
  readonly contracts: readonly RouteContract[];
  /** True when the request was made on this very machine, not handed on for another one. */
  readonly isLocal: (req: Request) => boolean;
}

/** What operators and their tools ask a server about itself. */
export function mountSystemRoutes(mount: Mount, options: SystemRoutesOptions): void {
  mount(health, () => ok({ status: 'alive' as const }));
  mount(readiness, async () =>
    (await options.isReady()) ? ok({ status: 'ready' as const }) : refuse('not-ready'),
  );
  mount(metricsRoute, async ({ req, res }) => {
    const mayRead = options.isLocal(req) || bears(req, options.metricsToken);
    if (!mayRead) return refuse('not-found');
    res.set('Content-Type', options.metrics.registry.contentType);
    return ok(await options.metrics.registry.metrics());
  });
  const describe = describedOnce(options);
  mount(description, () => ok(describe()));
}

/** Compared in constant time: an attacker learns nothing from how long the refusal took. */
function bears(req: Request, token: string | undefined): boolean {
  if (token === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(req.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

/** Anybody may ask for the description; it is made anew only when routes were added. */
function describedOnce({ contracts, version }: SystemRoutesOptions): () => Record<string, unknown> {
  let made: { readonly routes: number; readonly document: Record<string, unknown> } | undefined;
  return () => {
    if (made?.routes !== contracts.length) {
      made = { routes: contracts.length, document: { ...describeRoutes(contracts, version) } };
    }
    return made.document;
  };
}
