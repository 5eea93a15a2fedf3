import { QueryClient } from '@tanstack/react-query';
import { asProblem } from '#platform/api';

/** Reads are tried again when the network or a busy server may have been the cause; refusals are final. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A hall's own network counts as none to some browsers: what cannot be reached fails by itself.
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, thrown) => failures < 2 && asProblem(thrown).isPassing,
        throwOnError: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
