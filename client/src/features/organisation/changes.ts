import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '#platform/api';

type Area = 'units' | 'seats' | 'persons' | 'accounts';

/** A change sent to the server; what it makes outdated is read again before it counts as done. */
export function useChange<Given, Answer>(
  send: (given: Given) => Promise<Answer>,
  outdated: readonly Area[],
): UseMutationResult<Answer, Problem, Given> {
  const queries = useQueryClient();
  return useMutation<Answer, Problem, Given>({
    mutationFn: send,
    onSuccess: async () => {
      await Promise.all(outdated.map((area) => queries.invalidateQueries({ queryKey: [area] })));
    },
  });
}
