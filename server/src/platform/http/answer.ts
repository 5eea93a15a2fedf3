import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MediaBody, Rejection, RouteContract } from '@hopso/shared/kernel';
import { problemOf } from '@hopso/shared/kernel';
import type { Response } from 'express';
import { correlationId } from '#platform/telemetry';
import { answered } from './call.ts';

/** Writes a refusal as a problem. The body of "not entitled" equals that of "does not exist". */
export function sendProblem(res: Response, { code, params }: Rejection): void {
  const problem = problemOf(code, params, correlationId());
  if (problem.status === 408) res.set('Connection', 'close');
  const seconds = params?.retryAfterSeconds;
  if (typeof seconds === 'number') res.set('Retry-After', String(seconds));
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Writes the first success of the contract with what the handler returned. */
export async function sendAnswer(res: Response, contract: RouteContract, value: unknown): Promise<void> {
  if (value === answered) return;
  const [status, body] = successOf(contract);
  res.status(status);
  if (body === null) res.end();
  else if (!isMedia(body)) res.json(value);
  else await sendBytes(res, body, value);
}

/** A handler may have set a more exact content type (charset, version) before. */
async function sendBytes(res: Response, { mediaType }: MediaBody, value: unknown): Promise<void> {
  if (res.get('Content-Type') === undefined) res.type(mediaType);
  if (value instanceof Readable) await pipeline(value, res);
  else res.send(value);
}

/** The status and body that a handler's plain return value stands for. */
export function successOf(contract: RouteContract) {
  const [status, body] = Object.entries(contract.responses)[0] ?? [204, null];
  return [Number(status), body ?? null] as const;
}

export const isMedia = (body: unknown): body is MediaBody =>
  typeof body === 'object' && body !== null && 'mediaType' in body;
