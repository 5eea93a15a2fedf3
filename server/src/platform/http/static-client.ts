import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';

const gzipped = promisify(gzip);
const compressible = new Set(['.js', '.mjs', '.css', '.svg', '.json', '.wasm', '.html', '.webmanifest']);

interface Packed {
  readonly bytes: Buffer;
  readonly etag: string;
}

/**
 * Serves the built client from `folder`: files under `assets/` carry their hash in the name and are kept for ever,
 * everything else is asked for anew; paths that are no files get the page itself, which does its own routing.
 */
export function staticClient(folder: string): Router {
  const router = Router();
  router.use(packedFiles(folder));
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (res, path) => res.setHeader('Cache-Control', cachingOf(path, folder)),
    }),
  );
  router.get('/{*path}', (req, res, next) => {
    if (!isPagePath(req.path)) return next();
    res.set('Cache-Control', 'no-cache');
    res.sendFile('index.html', { root: folder, cacheControl: false }, (error) => {
      if (error !== undefined && error !== null) next();
    });
  });
  return router;
}

function cachingOf(path: string, folder: string): string {
  return path.startsWith(join(folder, 'assets') + sep) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Routes of the client have no file extension; a missing script must not answer with a page. */
function isPagePath(path: string): boolean {
  if (extname(path) !== '' || hasHiddenPart(path)) return false;
  return !/^\/(api|socket\.io)(\/|$)/.test(path);
}

const hasHiddenPart = (path: string) => /(^|\/)\./.test(path);

/** Each text file is compressed once: a thousand tablets that open the page together ask for the same bytes. */
function packedFiles(folder: string): RequestHandler {
  const packed = new Map<string, Promise<Packed | null>>();
  return async (req, res, next) => {
    const path = req.method === 'GET' ? fileOf(req, folder) : null;
    if (path === null || req.acceptsEncodings('gzip', 'identity') !== 'gzip') return next();
    const changedAt = await modifiedAt(path);
    if (changedAt === null) return next();
    const key = `${path}@${changedAt}`;
    const pending = packed.get(key) ?? pack(path, changedAt);
    packed.set(key, pending);
    const file = await pending;
    if (file === null) return next();
    sendPacked(req, res, path, file, cachingOf(path, folder));
  };
}

function fileOf(req: Request, folder: string): string | null {
  if (!compressible.has(extname(req.path)) || req.path.includes('%') || hasHiddenPart(req.path)) return null;
  const path = join(folder, req.path);
  return path.startsWith(folder + sep) ? path : null;
}

async function modifiedAt(path: string): Promise<number | null> {
  const facts = await stat(path).catch(() => null);
  return facts?.isFile() === true ? facts.mtimeMs : null;
}

async function pack(path: string, changedAt: number): Promise<Packed | null> {
  const plain = await readFile(path).catch(() => null);
  if (plain === null) return null;
  const bytes = await gzipped(plain, { level: 9 });
  return { bytes, etag: `W/"${plain.length.toString(16)}-${Math.floor(changedAt).toString(16)}-gz"` };
}

function sendPacked(req: Request, res: Response, path: string, file: Packed, caching: string): void {
  res.set({ 'Cache-Control': caching, ETag: file.etag, Vary: 'Accept-Encoding' });
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.set('Content-Encoding', 'gzip').type(extname(path)).send(file.bytes);
}
