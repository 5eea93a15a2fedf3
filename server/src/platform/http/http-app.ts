import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { RouteContract } from '@hopso/shared/kernel';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  Router,
} from 'express';
import { type Config, isLoopbackHost } from '#platform/config';
import { isDiskFull } from '#platform/database';
import { type Logger, type Metrics, withCorrelation } from '#platform/telemetry';
import { sendProblem } from './answer.ts';
import type { Mount } from './call.ts';
import { createMount } from './mount.ts';
import { isOwnOrigin, isValidHost } from './origin.ts';
import type { Authenticate, MeetingAccess } from './principal.ts';
import { securityHeaders } from './security-headers.ts';
import { staticClient } from './static-client.ts';
import { mountSystemRoutes } from './system-routes.ts';

export interface HttpAppOptions {
  readonly config: Pick<Config, 'mode' | 'publicUrl' | 'trustProxy' | 'secure' | 'metricsToken'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly authenticate: Authenticate;
  readonly access: MeetingAccess;
  /** Version of the product, for the published description. */
  readonly version: string;
  /** Answers `/readyz`: database open, nothing pending, not shutting down. */
  readonly isReady: () => boolean | Promise<boolean>;
  /** Absolute path of the built client; left out, only the API is served. */
  readonly clientDir?: string;
}

export interface HttpApp {
  readonly express: Express;
  /** Puts a contract route into service; routes may be added until and after listening. */
  readonly mount: Mount;
  /** Every route in service. */
  readonly contracts: readonly RouteContract[];
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
const harmless = new Set(['GET', 'HEAD']);

/** The web side of the server without any feature: headers, door checks, problems, system routes, the client's files. */
export function createHttpApp(options: HttpAppOptions): HttpApp {
  const { config, logger, metrics } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  const contracts: RouteContract[] = [];
  const router = Router({ caseSensitive: true, strict: true });
  const mount = createMount(router, {
    authenticate: options.authenticate,
    access: options.access,
    baseUrlOf: (req) => config.publicUrl?.origin ?? `${req.protocol}://${req.host}`,
    checkAnswers: config.mode !== 'production',
    onMounted: (contract) => contracts.push(contract),
  });
  app.use(observed(logger, metrics));
  app.use(doorChecks(config.publicUrl));
  app.use(securityHeaders({ secure: config.secure, isTrustworthy: isLocalName }));
  app.use(router);
  if (options.clientDir !== undefined) app.use(staticClient(options.clientDir));
  app.use((_req, res) => sendProblem(res, { code: 'not-found' }));
  app.use(failures(logger, metrics));
  mountSystemRoutes(mount, {
    metrics,
    metricsToken: config.metricsToken,
    version: options.version,
    isReady: options.isReady,
    contracts,
    isLocal: (req) => isLocalCaller(req, config.trustProxy !== false),
  });
  return { express: app, mount, contracts };
}

/** Gives each request an id, and counts and logs it when its answer ended. */
function observed(logger: Logger, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const id = randomUUID();
    const startedAt = performance.now();
    res.set('X-Correlation-Id', id);
    res.once('close', () => {
      const ms = performance.now() - startedAt;
      const route: string = res.locals.route ?? 'other';
      const status = String(res.statusCode);
      metrics.httpSeconds.observe({ method: req.method, route, status }, ms / 1000);
      const level = harmless.has(req.method) && res.statusCode < 500 ? 'debug' : 'info';
      // The path only: a query may name persons.
      const facts = { correlationId: id, method: req.method, path: req.path, status: res.statusCode };
      logger[level]({ ...facts, ms: Math.round(ms) }, 'request');
    });
    withCorrelation(id, next);
  };
}

/** Refuses what no page of ours and no honest client sends, before anything else looks at the request. */
function doorChecks(publicUrl: URL | undefined): RequestHandler {
  return (req, res, next) => {
    if (!methods.has(req.method)) return sendProblem(res, { code: 'method/not-allowed' });
    if (!isValidHost(req.host) || !namesOneHost(req)) return sendProblem(res, { code: 'input/host' });
    const origin = {
      origin: req.headers.origin,
      secFetchSite: req.get('sec-fetch-site'),
      host: req.host,
    };
    if (harmless.has(req.method) || isOwnOrigin(origin, publicUrl)) return next();
    return sendProblem(res, { code: 'origin/foreign' });
  };
}

/** Of two Host lines a proxy may believe the one and we the other (RFC 9112 §3.2). */
const namesOneHost = ({ rawHeaders }: Request): boolean =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length === 1;

/** The last stop of everything thrown: the caller learns a code and an id, the log learns the rest, once. */
function failures(logger: Logger, metrics: Metrics): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    if (isCallerFault(error)) return sendProblem(res, { code: 'input/invalid' });
    if (req.destroyed && !res.writableFinished && isAbort(error)) return void res.destroy();
    const code = isDiskFull(error) ? 'storage/full' : 'internal';
    metrics.faults.inc({ part: code === 'internal' ? 'http' : 'storage' });
    logger.error({ err: error, method: req.method, route: res.locals.route }, 'request failed');
    if (res.headersSent) return void res.destroy();
    return sendProblem(res, { code });
  };
}

/** Errors of the router itself about the address line, such as a broken percent-encoding. */
function isCallerFault(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400);
}

/** The caller went away while an answer was being written. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

const isLocalName = (host: string) => isLoopbackHost(host.replace(/:\d+$/, ''));

/** A local proxy makes every caller look local, unless it is trusted to name the real one. */
function isLocalCaller(req: Request, proxyIsTrusted: boolean): boolean {
  const wasForwarded = req.headers['x-forwarded-for'] !== undefined || req.headers.forwarded !== undefined;
  if (wasForwarded && !proxyIsTrusted) return false;
  return isLoopbackHost((req.ip ?? '').replace(/^::ffff:/, ''));
}
