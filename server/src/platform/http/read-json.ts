import type { IncomingMessage } from 'node:http';
import { type Json, ok, type Result, refuse } from '@hopso/shared/kernel';
import { cleanInput } from './clean-input.ts';

/** The largest JSON body; papers come as bytes on routes of their own. */
export const jsonLimitBytes = 256 * 1024;
const arrivalMs = 20_000;
/** How much of a refused body is still swallowed, so that the caller reads the refusal instead of a broken pipe. */
const swallowBytes = 8 * 1024 * 1024;

/**
 * The JSON body of a request, cleaned (`cleanInput`).
 * Refuses: `input/media-type`, `input/too-large`, `input/timeout`, `input/malformed` and what `cleanInput` refuses.
 */
export async function readJson(req: IncomingMessage): Promise<Result<Json>> {
  if (!hasMediaType(req, 'application/json')) return refuse('input/media-type');
  const bytes = await readBytes(req);
  return bytes.ok ? parseJson(bytes.value) : bytes;
}

/** True when the body is announced as this type, without compression (a small body could unfold to a huge one). */
export function hasMediaType(req: IncomingMessage, mediaType: string): boolean {
  const announced = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const encoding = req.headers['content-encoding'] ?? 'identity';
  return announced === mediaType && encoding === 'identity';
}

function parseJson(bytes: Buffer): Result<Json> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('input/malformed');
  }
  return cleanInput(parsed);
}

function readBytes(req: IncomingMessage): Promise<Result<Buffer>> {
  if (Number(req.headers['content-length'] ?? 0) > jsonLimitBytes) {
    swallow(req);
    return Promise.resolve(refuse('input/too-large'));
  }
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    const settle = (result: Result<Buffer>) => {
      clearTimeout(timer);
      req.off('data', take).off('end', finish).off('close', abandon).off('error', abandon);
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= jsonLimitBytes) return;
      settle(refuse('input/too-large'));
      swallow(req);
    };
    const finish = () => settle(ok(Buffer.concat(chunks)));
    const abandon = () => settle(refuse('input/malformed'));
    const timer = setTimeout(() => settle(refuse('input/timeout')), arrivalMs);
    req.on('data', take).on('end', finish).on('close', abandon).on('error', abandon);
  });
}

/** Reads on without keeping, up to a bound; then cuts the connection. */
function swallow(req: IncomingMessage): void {
  let left = swallowBytes;
  req.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) req.destroy();
  });
  req.on('error', () => req.destroy());
}
