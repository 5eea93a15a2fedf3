import type { ListedItemContent, MeetingView, OpenVoteView, PersonalView } from '@hopso/shared/session';
import { queryOptions } from '@tanstack/react-query';
import { withContents } from '#agenda';
import { fetchJson } from '#platform/api';

interface ResultAnswer {
  readonly view: MeetingView;
  readonly listed: readonly ListedItemContent[];
  readonly rights: PersonalView['rights'];
}

/** The view, and what this person may do with its papers where it is not everything. */
export type ResultView = MeetingView & Pick<ResultAnswer, 'rights'>;

const whileOpenMs = 30_000;

/** The meeting's result as this person may see it; read again every half minute until the meeting has ended. */
export const resultQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['result', meeting],
    queryFn: async ({ signal }) =>
      wholeView(
        await fetchJson<ResultAnswer>(`/api/meetings/${encodeURIComponent(meeting)}/result`, { signal }),
      ),
    refetchInterval: ({ state }) => (state.data?.meeting.phase === 'ended' ? false : whileOpenMs),
  });

/** The view with the listed items this person is entitled to, their votes included. */
export function wholeView({ view, listed, rights }: ResultAnswer): ResultView {
  const filled = { ...withContents(view, listed), rights };
  // A guest is not told that a listed item was voted on, unless the item is open to them.
  const unseen = listed.flatMap((content) => content.votes).filter(({ id }) => view.votes[id] === undefined);
  if (unseen.length === 0) return filled;
  const votes: { [voteId: string]: MeetingView['votes'][string] } = { ...filled.votes };
  for (const vote of unseen) votes[vote.id] = vote;
  return { ...filled, votes, voteOrder: [...filled.voteOrder, ...unseen.map(({ id }: OpenVoteView) => id)] };
}
