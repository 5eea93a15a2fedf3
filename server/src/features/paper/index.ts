export type { PaperMeetings, ReadablePaper, WallPaper } from './meetings.ts';
export { createPapers, type Papers, type PapersOptions } from './papers.ts';
export type { IncomingUpload } from './receive-upload.ts';
export { type PageWords, type PaperWords, paperTextOf } from './text/text-rows.ts';
