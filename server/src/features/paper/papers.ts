import type { Result } from '@hopso/shared/kernel';
import type { UploadFact } from '@hopso/shared/meeting';
import type { Upload } from '@hopso/shared/paper';
import type { BlobStore } from '#platform/blobs';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Mount } from '#platform/http';
import type { Logger } from '#platform/telemetry';
import { createExaminer } from './examination/examiner.ts';
import { mountFile } from './file-route.ts';
import type { PaperMeetings } from './meetings.ts';
import { PaperAccess } from './paper-access.ts';
import { mountPlaces } from './place-routes.ts';
import { type IncomingUpload, receiveUpload } from './receive-upload.ts';
import { mountUpload } from './upload-route.ts';
import { uploadFactOf } from './upload-rows.ts';

export interface PapersOptions {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly meetings: PaperMeetings;
  /** How long a file may be looked at; half a minute unless said otherwise. */
  readonly longestExaminationMs?: number;
}

/** Uploads, files and reading places of all meetings. */
export interface Papers {
  readonly mountRoutes: (mount: Mount) => void;
  /** The door that uploads come through, also without HTTP; does not ask who may. @see receiveUpload */
  readonly receive: (incoming: IncomingUpload) => Promise<Result<Upload>>;
  /** What AddPaper needs to know of an upload; null when this meeting has no such upload. */
  readonly uploadFact: (uploadId: string, meetingId: string) => Promise<UploadFact | null>;
  /** Writes what is still to be written and ends the examining processes. */
  close(): Promise<void>;
}

export function createPapers(options: PapersOptions): Papers {
  const { db, blobs, clock, logger, meetings, longestExaminationMs: longestMs } = options;
  const examiner = createExaminer({ logger, ...(longestMs === undefined ? {} : { longestMs }) });
  const access = new PaperAccess({ db, clock, logger });
  const receive = (incoming: IncomingUpload) => receiveUpload({ db, blobs, clock, examiner }, incoming);
  return {
    mountRoutes(mount) {
      mountUpload(mount, { meetings, receive });
      mountFile(mount, { blobs, meetings, access });
      mountPlaces(mount, { db, clock, meetings });
    },
    receive,
    uploadFact: (uploadId, meetingId) => uploadFactOf(db, uploadId, meetingId),
    async close() {
      await Promise.all([examiner.close(), access.flush()]);
    },
  };
}
