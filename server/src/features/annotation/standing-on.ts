import type { NotesStanding } from './meetings.ts';

/** For notes that the server itself writes down for somebody: on this version, whatever page. */
export const standingOn = (paperId: string, version: number): NotesStanding => ({
  isDesk: false,
  papers: new Map([
    [paperId, { access: 'all', mayAnnotate: true, pages: new Map([[version, Number.MAX_SAFE_INTEGER]]) }],
  ]),
});
