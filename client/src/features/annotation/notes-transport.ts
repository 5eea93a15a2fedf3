import type { AnnotationAct, getAnnotations, saveAnnotations } from '@hopso/shared/annotation';
import { type CallAnswer, call, endpoint } from '#platform/api';

export type Changes = CallAnswer<typeof getAnnotations>;
export type Verdict = CallAnswer<typeof saveAnnotations>['results'][number];

/** The server as the store knows it; both throw Problem. */
export interface NotesTransport {
  save(acts: readonly AnnotationAct[]): Promise<readonly Verdict[]>;
  /** What changed after a place, of one paper where it is named. */
  changes(after: number, paper?: string): Promise<Changes>;
}

const endpoints = {
  save: endpoint<typeof saveAnnotations>('post', '/api/meetings/:meeting/annotations'),
  changes: endpoint<typeof getAnnotations>('get', '/api/meetings/:meeting/annotations'),
};

export function notesTransport(meeting: string): NotesTransport {
  const params = { meeting };
  return {
    save: async (acts) => (await call(endpoints.save, { params, body: { acts: [...acts] } })).results,
    changes: (after, paper) =>
      call(endpoints.changes, { params, query: { after, ...(paper !== undefined && { paper }) } }),
  };
}
