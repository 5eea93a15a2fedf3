import type { ListedItemContent, MeetingView } from '@hopso/shared/session';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchJson } from '#platform/api';
import { useMine, useView } from '#platform/live-store';
import { listedRefs, withContents } from './listed-contents.ts';

const nothing = {};

/**
 * The live view with the content of the listed items this person may see. That content is in no frame: it is
 * fetched, and again whenever the own view says that it changed.
 */
export function useFullView(): MeetingView {
  const view = useView((whole) => whole);
  const listed = useMine((mine) => mine.listed) ?? nothing;
  const contents = useQueries({
    queries: listedRefs(view, listed).map(({ item, mark }) => ({
      queryKey: ['listed-item', view.meeting.id, item, mark],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchJson<ListedItemContent>(
          `/api/meetings/${encodeURIComponent(view.meeting.id)}/items/${encodeURIComponent(item)}`,
          { signal },
        ),
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  return useMemo(() => withContents(view, contents), [view, contents]);
}
