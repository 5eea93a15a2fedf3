import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ok, refuse } from '@hopso/shared/kernel';
import { getPaperText, type PaperText, versionOf } from '@hopso/shared/paper';
import type { Request, Response } from 'express';
import type { Db } from '#platform/database';
import { answered, type Mount } from '#platform/http';
import { isKnownTag } from '../byte-range.ts';
import type { PaperMeetings } from '../meetings.ts';
import { type PaperWords, paperTextOf, textStateOf } from './text-rows.ts';

const pack = promisify(gzip);
const pending = { status: 'pending', hasText: false, isRecognised: false, pages: [] } as const;

export interface TextRouteParts {
  readonly db: Db;
  readonly meetings: PaperMeetings;
}

/** Gives the words of a paper to those who may read the paper itself; asked anew each time. */
export function mountPaperText(mount: Mount, { db, meetings }: TextRouteParts): void {
  mount(getPaperText, async ({ params, query, principal, req, res }) => {
    const paper = await meetings.paper(params.meeting, params.paper, principal.personId);
    const file = paper === null ? null : versionOf(paper, query.version);
    if (paper === null || file === null) return refuse('not-found');
    const { isReady, version } = await textStateOf(db, file.sha256);
    const etag = `"text-${version}"`;
    res.set({
      'Cache-Control': paper.isRestricted || !isReady ? 'private, no-store' : 'private, no-cache',
      Vary: 'Cookie, Accept-Encoding',
      ...(isReady && { ETag: etag }),
    });
    if (isReady && isKnownTag(req.get('if-none-match'), etag)) {
      res.status(304).end();
      return ok(answered);
    }
    const words = isReady ? await paperTextOf(db, file.sha256) : null;
    const answer = words === null ? pending : answerOf(words);
    await sendPacked(req, res, { ...answer, isRestricted: paper.isRestricted ?? false });
    return ok(answered);
  });
}

const answerOf = ({ pages, hasText, isRecognised }: PaperWords): Omit<PaperText, 'isRestricted'> => ({
  status: 'ready',
  hasText,
  isRecognised,
  pages: pages.map(({ page, label, text, lines }) => ({
    ...{ page, label, text },
    boxes: lines.map(({ box }) => box),
  })),
});

/** Three hundred pages are a megabyte, and a fifth of that packed. */
async function sendPacked(req: Request, res: Response, answer: PaperText): Promise<void> {
  const json = JSON.stringify(answer);
  res.type('application/json');
  if (req.acceptsEncodings('gzip') === false) {
    res.end(json);
    return;
  }
  res.set('Content-Encoding', 'gzip').end(await pack(json));
}
