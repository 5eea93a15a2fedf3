import type { Result } from '@hopso/shared/kernel';
import type { UploadFact } from '@hopso/shared/meeting';
import type { PagesCompared, Upload } from '@hopso/shared/paper';
import type { BlobStore } from '#platform/blobs';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Mount } from '#platform/http';
import type { Logger } from '#platform/telemetry';
import { mountComparison } from './comparison/comparison-route.ts';
import { PaperComparisons } from './comparison/comparisons.ts';
import { DocumentJobs } from './documents/document-jobs.ts';
import type { FindNotes } from './documents/document-order.ts';
import { mountDocuments } from './documents/document-routes.ts';
import { createExaminer } from './examination/examiner.ts';
import { mountFile } from './file-route.ts';
import type { PaperMeetings } from './meetings.ts';
import { PaperAccess } from './paper-access.ts';
import { mountPlaces } from './place-routes.ts';
import { type IncomingUpload, receiveUpload } from './receive-upload.ts';
import { ScanStraightening } from './straightening/straightening.ts';
import { mountStraightening } from './straightening/straightening-route.ts';
import { mountSearch } from './text/search-route.ts';
import { TextIndex } from './text/text-index.ts';
import { mountPaperText } from './text/text-route.ts';
import { type IndexedFile, type PaperWords, paperTextOf } from './text/text-rows.ts';
import { mountUpload } from './upload-route.ts';
import { uploadFactOf } from './upload-rows.ts';
import { mountWallFile } from './wall-route.ts';

export interface PapersOptions {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly meetings: PaperMeetings;
  /** What is drawn into the documents of a reader who wants their notes in them. */
  readonly notesOn: FindNotes;
  /** Where documents to be taken along are made; what is in it is removed. */
  readonly documentFolder: string;
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
  /** Begins to read the words of papers that were stored before, and of scans where a program for that is installed. */
  readonly readMissingTexts: () => Promise<void>;
  /** Resolves when the words of every paper taken in so far can be searched. */
  readonly textsSettled: () => Promise<void>;
  /** How the pages of one stored file answer to those of an older one. @see PaperComparisons.of */
  readonly comparisonOf: (older: string, newer: string) => Promise<PagesCompared | null>;
  /** The words of a stored file with their boxes; null while they are still being read. */
  readonly wordsOf: (sha256: string) => Promise<PaperWords | null>;
  /** Writes what is still to be written and ends the examining processes. */
  close(): Promise<void>;
}

export function createPapers(options: PapersOptions): Papers {
  const { db, blobs, clock, logger, meetings, longestExaminationMs: longestMs } = options;
  const examiner = createExaminer({ logger, ...(longestMs === undefined ? {} : { longestMs }) });
  const access = new PaperAccess({ db, clock, logger });
  const jobs = new DocumentJobs({ logger, folder: options.documentFolder });
  const texts = new TextIndex({ db, blobs, clock, logger, examiner });
  const comparisons = new PaperComparisons({ db, blobs, clock });
  const onStored = (file: IndexedFile) => texts.add(file);
  const receive = (incoming: IncomingUpload) =>
    receiveUpload({ db, blobs, clock, examiner, onStored }, incoming);
  const straightening = new ScanStraightening({ blobs, logger, receive });
  return {
    mountRoutes(mount) {
      mountUpload(mount, { meetings, receive });
      mountFile(mount, { blobs, meetings, access });
      mountWallFile(mount, { blobs, meetings });
      mountPlaces(mount, { db, clock, meetings });
      mountDocuments(mount, { db, blobs, clock, logger, meetings, jobs, notesOn: options.notesOn });
      mountPaperText(mount, { db, meetings });
      mountStraightening(mount, { meetings, straightening });
      mountComparison(mount, { meetings, comparisons });
      mountSearch(mount, { meetings, cache: texts.cache });
    },
    receive,
    uploadFact: (uploadId, meetingId) => uploadFactOf(db, uploadId, meetingId),
    readMissingTexts: () => texts.addMissing(),
    comparisonOf: (older, newer) => comparisons.of(older, newer),
    wordsOf: (sha256) => paperTextOf(db, sha256),
    textsSettled: () => texts.settled(),
    async close() {
      await Promise.all([comparisons.close(), straightening.close()]);
      await Promise.all([texts.close(), examiner.close(), jobs.close(), access.flush()]);
    },
  };
}
