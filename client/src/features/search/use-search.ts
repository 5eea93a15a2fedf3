import type { PaperText } from '@hopso/shared/paper';
import {
  parseQuery,
  type SearchHit,
  type searchMeeting,
  searchPages,
  type UnsearchedPaper,
} from '@hopso/shared/search';
import type { MeetingView, PaperView } from '@hopso/shared/session';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keptText, paperText } from '#paper';
import { asProblem, type CallAnswer, call, endpoint } from '#platform/api';

const search = endpoint<typeof searchMeeting>('get', '/api/meetings/:meeting/search');
const typingPauseMs = 300;
const mostHits = 200;

export type Found = CallAnswer<typeof searchMeeting> & {
  /** The server could not be asked: only what lies on this device was searched. */
  readonly isFromDevice: boolean;
};

interface Asked {
  readonly view: MeetingView;
  readonly paper: PaperView | null;
  readonly scope: 'paper' | 'meeting';
  readonly query: string;
}

/** What is found, some moments after the typing. One paper is searched on the device, all of them by the server. */
export function useSearch({ view, paper, scope, query }: Asked) {
  const meeting = view.meeting.id;
  const settled = useSettled(query);
  const isAsking = parseQuery(settled) !== null;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['search', meeting, scope === 'paper' ? `${paper?.id}/${paper?.version}` : null, settled],
    queryFn: () =>
      scope === 'paper' && paper !== null ? searchOne(view, paper, settled) : searchAll(view, settled),
    enabled: isAsking,
    refetchInterval: ({ state }) =>
      state.data?.unsearched.some(({ reason }) => reason === 'pending') ? 3_000 : false,
  });
  return {
    found: isAsking ? (data ?? null) : null,
    problem: isAsking && error !== null ? asProblem(error) : null,
    isSearching: isAsking && isFetching,
    retry: () => void refetch(),
  };
}

export type SearchState = ReturnType<typeof useSearch>;

async function searchOne(view: MeetingView, paper: PaperView, query: string): Promise<Found> {
  const text = await paperText({ meeting: view.meeting.id, paper: paper.id, version: paper.version });
  return { ...foundIn([{ view, paper, text }], query), isFromDevice: false };
}

async function searchAll(view: MeetingView, query: string): Promise<Found> {
  try {
    const input = { params: { meeting: view.meeting.id }, query: { q: query, limit: mostHits } };
    return { ...(await call(search, input)), isFromDevice: false };
  } catch (failure) {
    if (!asProblem(failure).code.startsWith('net/')) throw failure;
    return { ...foundIn(await keptTexts(view), query), isFromDevice: true };
  }
}

interface Words {
  readonly view: MeetingView;
  readonly paper: PaperView;
  readonly text: PaperText;
}

/** In the order of the agenda. */
async function keptTexts(view: MeetingView): Promise<Words[]> {
  const items = view.itemOrder.flatMap((id) => [id, ...(view.items[id]?.children ?? [])]);
  const papers = items.flatMap((id) => {
    const item = view.items[id];
    return item === undefined || item.isListed
      ? []
      : item.paperOrder.flatMap((paper) => view.papers[paper] ?? []);
  });
  const kept = await Promise.all(
    papers.map(async (paper) => {
      const { id, version } = paper;
      const text = await keptText({ meeting: view.meeting.id, paper: id, version });
      return text === null ? [] : [{ view, paper, text }];
    }),
  );
  return kept.flat();
}

function foundIn(papers: readonly Words[], asked: string): Omit<Found, 'isFromDevice'> {
  const query = parseQuery(asked);
  const hits = papers.flatMap(({ view, paper, text }) => {
    const labels = new Map(text.pages.map(({ page, label }) => [page, label]));
    return (query === null ? [] : searchPages(text.pages, query)).map((hit) => ({
      rank: hit.rank,
      hit: {
        ...namesOf(view, paper),
        ...{ version: paper.version, itemId: paper.itemId, isRecognised: text.isRecognised },
        ...{ page: hit.page, label: labels.get(hit.page) ?? null, places: hit.places },
        snippet: { text: hit.snippet.text, marks: hit.snippet.marks.map(([from, to]) => [from, to]) },
      } satisfies SearchHit,
    }));
  });
  const unsearched = papers.flatMap(({ view, paper, text }): UnsearchedPaper[] => {
    if (text.status === 'ready' && text.hasText) return [];
    return [{ ...namesOf(view, paper), reason: text.status === 'pending' ? 'pending' : 'no-text' }];
  });
  return {
    hits: hits
      .sort((a, b) => a.rank - b.rank)
      .slice(0, mostHits)
      .map(({ hit }) => hit),
    total: { pages: hits.length, places: hits.reduce((sum, { hit }) => sum + hit.places, 0) },
    unsearched,
  };
}

const namesOf = (view: MeetingView, { id, title, itemId }: PaperView) => ({
  paperId: id,
  title,
  itemNumber: view.items[itemId]?.number ?? '',
});

function useSettled(query: string): string {
  const [settled, setSettled] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [query]);
  return settled;
}
