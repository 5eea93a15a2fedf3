import { isDeepStrictEqual } from 'node:util';
import { type Json, ok, type Rejection, type Result, type RouteContract, refuse } from '@hopso/shared/kernel';
import type { Request, RequestHandler, Response, Router } from 'express';
import type { z } from 'zod';
import { isMedia, sendAnswer, sendProblem, successOf } from './answer.ts';
import type { Call, Handler, Mount } from './call.ts';
import { cleanInput } from './clean-input.ts';
import { permit } from './permit.ts';
import type { Authenticate, MeetingAccess } from './principal.ts';
import { hasMediaType, readJson } from './read-json.ts';

export interface MountOptions {
  readonly authenticate: Authenticate;
  readonly access: MeetingAccess;
  readonly baseUrlOf: (req: Request) => string;
  /** Compare answers with their contract and fail loudly; off in production, where it would only cost time. */
  readonly checkAnswers: boolean;
  /** Told of every route, for the published description. */
  readonly onMounted: (contract: RouteContract) => void;
}

/** A `Mount` onto this router: caller, permission, then input, then the handler, then the answer. */
export function createMount(router: Router, options: MountOptions): Mount {
  const mounted = new Set<string>();
  return (contract, handler) => {
    const name = `${contract.method} ${contract.path}`;
    if (mounted.has(name)) throw new Error(`Route mounted twice: ${name}`);
    mounted.add(name);
    options.onMounted(contract);
    router[contract.method](contract.path, requestHandler(contract, handler, options));
  };
}

function requestHandler<C extends RouteContract>(
  contract: C,
  handler: Handler<C>,
  options: MountOptions,
): RequestHandler {
  return async (req, res) => {
    res.locals.route = contract.path;
    const call = await prepareCall(contract, req, res, options);
    if (!call.ok) return sendProblem(res, call.error);
    const result = await handler(call.value);
    if (!result.ok) return sendProblem(res, result.error);
    if (options.checkAnswers) assertAnswer(contract, result.value);
    await sendAnswer(res, contract, result.value);
  };
}

async function prepareCall<C extends RouteContract>(
  contract: C,
  req: Request,
  res: Response,
  options: MountOptions,
): Promise<Result<Call<C>>> {
  const principal = await options.authenticate(req.headers.cookie);
  const params = parsePart(contract.params, req.params, 'params');
  const meeting = req.params.meeting;
  const meetingId = typeof meeting === 'string' ? meeting : undefined;
  const permitted = await permit(contract, principal, meetingId, options.access);
  if (!permitted.ok) return permitted;
  // An id of an impossible form is an id that does not exist.
  if (!params.ok) return refuse('not-found');
  const query = parsePart(contract.query, { ...req.query }, 'query');
  if (!query.ok) return query;
  const body = await parseBody(contract, req);
  if (!body.ok) return body;
  const call = {
    params: params.value,
    query: query.value,
    body: body.value,
    principal,
    address: req.ip ?? '',
    baseUrl: options.baseUrlOf(req),
    req,
    res,
  };
  // The parts were parsed by the very schemas the call's type is inferred from.
  return ok(call as unknown as Call<C>);
}

async function parseBody(contract: RouteContract, req: Request): Promise<Result<unknown>> {
  if (contract.body === undefined) return ok(undefined);
  if (isMedia(contract.body)) {
    return hasMediaType(req, contract.body.mediaType) ? ok(undefined) : refuse('input/media-type');
  }
  const json = await readJson(req);
  return json.ok ? parseWith(contract.body, json.value, 'body') : json;
}

function parsePart(schema: z.ZodObject | undefined, given: object, part: string): Result<unknown> {
  if (schema === undefined) return ok({});
  const clean = cleanInput(given);
  return clean.ok ? parseWith(schema, clean.value, part) : clean;
}

function parseWith(schema: z.ZodType, value: Json, part: string): Result<unknown> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : { ok: false, error: invalidInput(parsed.error, part) };
}

/** Where the input differs from its description; never what was sent, which may be a password. */
function invalidInput(error: z.ZodError, part: string): Rejection {
  const issues = error.issues
    .slice(0, 20)
    .map(({ code, path }) => ({ at: `/${[part, ...path].map(String).join('/')}`, problem: String(code) }));
  return { code: 'input/invalid', params: { issues } };
}

/** An answer that says more, less or other than its contract is a fault of the server. */
function assertAnswer(contract: RouteContract, value: unknown): void {
  const [, body] = successOf(contract);
  if (body === null || isMedia(body)) return;
  const said: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
  const parsed = body.safeParse(said);
  if (parsed.success && isDeepStrictEqual(parsed.data, said)) return;
  const detail = parsed.success ? 'it has members the contract does not name' : parsed.error.message;
  throw new Error(`Answer of ${contract.method} ${contract.path} breaks its contract: ${detail}`);
}
