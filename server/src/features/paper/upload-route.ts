import { ok, type Result, refuse } from '@hopso/shared/kernel';
import { FILE_NAME_HEADER, paperLimits, type Upload, uploadPaper } from '@hopso/shared/paper';
import type { Request, Response } from 'express';
import type { Mount } from '#platform/http';
import { announcedFileName } from './file-name.ts';
import type { PaperMeetings } from './meetings.ts';
import { type IncomingUpload, tooLarge } from './receive-upload.ts';

export interface UploadRouteParts {
  readonly meetings: PaperMeetings;
  readonly receive: (incoming: IncomingUpload) => Promise<Result<Upload>>;
}

/** How much of a refused body is still swallowed, so that the caller reads the refusal instead of a broken pipe. */
const SWALLOWED = 2 * paperLimits.bytes;

/** Takes papers in, while their bytes arrive. */
export function mountUpload(mount: Mount, { meetings, receive }: UploadRouteParts): void {
  mount(uploadPaper, async ({ params: { meeting }, principal: { personId }, req, res }) => {
    const fileName = announcedFileName(req.get(FILE_NAME_HEADER));
    if (!fileName.ok) return refused(req, fileName);
    if (Number(req.headers['content-length'] ?? 0) > paperLimits.bytes) return refused(req, tooLarge());
    const signal = goneSignal(res);
    const incoming = {
      meetingId: meeting,
      personId,
      fileName: fileName.value,
      bytes: bodyOf(req),
      signal,
      mayStore: async () => (await meetings.standing(meeting, personId)) === 'desk',
    };
    try {
      const upload = await receive(incoming);
      return upload.ok ? ok({ upload: upload.value }) : refused(req, upload);
    } catch (cause) {
      // Nobody hears this answer; nothing was stored.
      if (signal.aborted || isCutOff(req)) return refuse('input/timeout');
      swallow(req);
      throw cause;
    }
  });
}

function refused<R>(req: Request, refusal: R): R {
  swallow(req);
  return refusal;
}

/** The body; leaving it early does not close the connection, on which the refusal must still go out. */
async function* bodyOf(req: Request): AsyncGenerator<Uint8Array> {
  yield* req.iterator({ destroyOnReturn: false });
  // From here on silence is the examination at work, not a caller gone.
  req.socket.setTimeout(0);
}

function goneSignal(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}

const isCutOff = (req: Request) => req.destroyed && !req.complete;

function swallow(req: Request): void {
  let left = SWALLOWED;
  req.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) req.destroy();
  });
  req.on('error', () => req.destroy());
  req.resume();
}
