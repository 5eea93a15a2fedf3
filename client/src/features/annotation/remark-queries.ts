import type { getRemarks, Remark, RemarkState, treatRemark } from '@hopso/shared/annotation';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { asProblem, call, endpoint } from '#platform/api';
import { problemText } from '#platform/i18n';
import { showToast } from '#ui';

const endpoints = {
  get: endpoint<typeof getRemarks>('get', '/api/meetings/:meeting/remarks'),
  treat: endpoint<typeof treatRemark>('put', '/api/meetings/:meeting/remarks/:annotation'),
};

/** The remarks that members shared with all on one paper; the desk alone may ask. */
export const remarksQuery = (meeting: string, paper: string) =>
  queryOptions({
    queryKey: ['remarks', meeting, paper],
    queryFn: async ({ signal }): Promise<readonly Remark[]> =>
      (await call(endpoints.get, { params: { meeting }, query: { paper } }, { signal })).remarks,
  });

/** The owner waits to speak on it: asked, and not treated since (N13). */
export const asksFloorNow = ({ note, state, isChangedSince }: Remark): boolean =>
  note.body?.asksFloor === true && (state === 'open' || isChangedSince);

/** Who waits to speak comes first; otherwise the order stays. */
export const floorFirst = (remarks: readonly Remark[]): readonly Remark[] => [
  ...remarks.filter(asksFloorNow),
  ...remarks.filter((remark) => !asksFloorNow(remark)),
];

interface RemarkTreatment {
  readonly remark: Remark;
  readonly state: RemarkState;
  readonly answer: string;
}

/** Treats a remark as it was seen; one that somebody else has treated meanwhile is shown anew. */
export function useTreatRemark(meeting: string, paper: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ remark, state, answer }: RemarkTreatment) =>
      call(endpoints.treat, {
        params: { meeting, annotation: remark.note.id },
        body: { state, answer, rev: remark.rev },
      }),
    onError: (thrown) => showToast(problemText(asProblem(thrown)), { tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: remarksQuery(meeting, paper).queryKey }),
  });
}
