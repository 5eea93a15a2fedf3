import { setImmediate } from 'node:timers/promises';
import { ok, refuse } from '@hopso/shared/kernel';
import {
  marksIn,
  matchPage,
  type PageMatch,
  parseQuery,
  type SearchHit,
  type SearchQuery,
  searchMeeting,
  snippetOf,
  type UnsearchedPaper,
} from '@hopso/shared/search';
import type { Mount } from '#platform/http';
import type { PaperInMeeting, PaperMeetings } from '../meetings.ts';
import type { SearchablePage, SearchCache } from './search-cache.ts';

export interface SearchRouteParts {
  readonly meetings: PaperMeetings;
  readonly cache: SearchCache;
}

/** Searches the papers of a meeting: those the caller may read and no others, from the first step on (F5). */
export function mountSearch(mount: Mount, { meetings, cache }: SearchRouteParts): void {
  mount(searchMeeting, async ({ params, query: { q, limit }, principal, res }) => {
    const papers = await meetings.readable(params.meeting, principal.personId);
    if (papers === null) return refuse('not-found');
    res.set('Cache-Control', 'private, no-store');
    const query = parseQuery(q);
    const found = await searchPapers(papers, query, cache);
    const total = {
      pages: found.pages.length,
      places: found.pages.reduce((sum, { match }) => sum + match.places, 0),
    };
    // A stable sort: among equals the order of the agenda and of the pages stays (F3).
    const best = found.pages.sort((a, b) => a.match.rank - b.match.rank).slice(0, limit);
    const hits = query === null ? [] : best.map((page) => hitOf(page, query));
    return ok({ hits, total, unsearched: found.unsearched });
  });
}

interface FoundPage {
  readonly paper: PaperInMeeting;
  readonly page: SearchablePage;
  readonly match: PageMatch;
  readonly isRecognised: boolean;
}

async function searchPapers(
  papers: readonly PaperInMeeting[],
  query: SearchQuery | null,
  cache: SearchCache,
) {
  const pages: FoundPage[] = [];
  const unsearched: UnsearchedPaper[] = [];
  for (const paper of papers) {
    const { id: paperId, title, itemNumber } = paper;
    const words = await cache.paper(paper.sha256);
    if (words === null) unsearched.push({ paperId, title, itemNumber, reason: 'pending' });
    else if (words.pages.length === 0) unsearched.push({ paperId, title, itemNumber, reason: 'no-text' });
    for (const page of words?.pages ?? []) {
      const match = query === null ? null : matchPage(page.form, query);
      if (match !== null) pages.push({ paper, page, match, isRecognised: words?.isRecognised ?? false });
    }
    await setImmediate();
  }
  return { pages, unsearched };
}

function hitOf({ paper, page, match, isRecognised }: FoundPage, query: SearchQuery): SearchHit {
  const { text, marks } = snippetOf(page.text, marksIn(page.text, query));
  const { id: paperId, version, title, itemId, itemNumber } = paper;
  return {
    ...{ paperId, version, title, itemId, itemNumber, isRecognised },
    page: page.page,
    label: page.label,
    places: match.places,
    snippet: { text, marks: marks.map(([start, end]) => [start, end]) },
  };
}
