export type { PaperMeetings, ReadablePaper } from './meetings.ts';
export { createPapers, type Papers, type PapersOptions } from './papers.ts';
export type { IncomingUpload } from './receive-upload.ts';
