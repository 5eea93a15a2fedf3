import type { getConclusionDraft, saveConclusionDraft, takeConclusionPen } from '@hopso/shared/decision';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { call, endpoint } from '#platform/api';
import { serverNow } from '#platform/clock';
import { type DraftDoor, DraftSession, type DraftState } from './draft-session.ts';

const address = '/api/meetings/:meeting/items/:item/draft';
const endpoints = {
  read: endpoint<typeof getConclusionDraft>('get', address),
  takePen: endpoint<typeof takeConclusionPen>('post', `${address}/pen`),
  save: endpoint<typeof saveConclusionDraft>('put', address),
};

const doorOf = (meeting: string, item: string): DraftDoor => ({
  read: () => call(endpoints.read, { params: { meeting, item } }),
  takePen: (from) => call(endpoints.takePen, { params: { meeting, item }, body: { from } }),
  save: (rev, text) => call(endpoints.save, { params: { meeting, item }, body: { rev, text } }),
});

/** The conclusion in work on an item, for as long as the item is shown. */
export function useDraftSession(
  meeting: string,
  item: string,
  self: string,
): { readonly session: DraftSession; readonly state: DraftState } {
  const session = useMemo(
    () => new DraftSession(doorOf(meeting, item), self, serverNow),
    [meeting, item, self],
  );
  useEffect(() => session.start(), [session]);
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  return { session, state };
}
