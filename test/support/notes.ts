import { randomUUID } from 'node:crypto';
import { createAnnotationStore } from '@hopso/client/annotation-store';
import { browserTabs } from '@hopso/client/annotation-tabs';
import { Problem, problemFrom } from '@hopso/client/problem';
import type { AnnotationAct, AnnotationBody } from '@hopso/shared/annotation';
import type { MemoryVault } from './memory-vault.ts';

type StoreOptions = Parameters<typeof createAnnotationStore>[0];
export type NotesStore = Awaited<ReturnType<typeof createAnnotationStore>>;
type Transport = StoreOptions['transport'];

export const inkBody: AnnotationBody = {
  colour: 'blue',
  width: 1.5,
  isPressureMeasured: true,
  points: [
    [100, 700, 0.5],
    [120.25, 690.5, 0.7],
  ],
};

export const noteBody = (text: string): AnnotationBody => ({
  colour: 'amber',
  width: 1,
  text,
  rect: [50, 50, 50, 50],
});

/** A private stroke on the first page, but for what is named. */
export const noteAct = (paperId: string, act: Partial<AnnotationAct> = {}): AnnotationAct => ({
  actId: randomUUID(),
  id: randomUUID(),
  paperId,
  version: 1,
  page: 1,
  type: 'ink',
  sharing: 'private',
  body: inkBody,
  at: 1_000,
  ...act,
});

/** The way of a tablet's notes to a server of the tests, with everything that can happen on it. */
export interface NotesLine extends Transport {
  isUp: boolean;
  /** Messages with acts that reached the server. */
  readonly sent: AnnotationAct[][];
}

export function notesLine(url: string, personId: string, meeting: string): NotesLine {
  const request = async (path: string, init: RequestInit = {}) => {
    if (!line.isUp) throw new Problem('net/offline');
    const headers = { cookie: `hopso=${personId}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/meetings/${meeting}/annotations${path}`, { ...init, headers });
    const answer: unknown = await response.json();
    if (!response.ok) throw problemFrom(response.status, answer);
    return answer;
  };
  const line: NotesLine = {
    isUp: true,
    sent: [],
    save: async (acts) => {
      const answer = await request('', { method: 'POST', body: JSON.stringify({ acts }) });
      line.sent.push([...acts]);
      return (answer as { results: Awaited<ReturnType<Transport['save']>> }).results;
    },
    changes: async (after, paper) => {
      const of = paper === undefined ? '' : `&paper=${paper}`;
      return (await request(`?after=${after}${of}`)) as Awaited<ReturnType<Transport['changes']>>;
    },
  };
  return line;
}

export const openNotes = (
  personId: string,
  meeting: string,
  transport: Transport,
  vault: MemoryVault,
  now: () => number,
): Promise<NotesStore> =>
  createAnnotationStore({
    meeting,
    person: { id: personId, name: `Ông ${personId}` },
    vault,
    transport,
    now,
    openTabs: (hear) => browserTabs(`${vault.browser} ${personId} ${meeting}`, hear),
  });
