import { getConclusionDraft, saveConclusionDraft, takeConclusionPen } from '@hopso/shared/decision';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import type { Actor } from '@hopso/shared/meeting';
import { isAtDesk, isEntitled } from '@hopso/shared/session';
import type { Mount } from '#platform/http';
import type { LiveRooms } from '#platform/live';
import type { ConclusionDrafts } from './drafts.ts';

export interface DecisionRoutesOptions {
  readonly rooms: LiveRooms;
  readonly drafts: ConclusionDrafts;
  readonly actorOf: (personId: string) => Promise<Actor | null>;
}

/** Conclusions in work, for desks that may see the item. */
export function mountDecisions(mount: Mount, { rooms, drafts, actorOf }: DecisionRoutesOptions): void {
  const mayWrite = async (meeting: string, item: string, personId: string): Promise<boolean> => {
    const actor = await actorOf(personId);
    if (actor === null) return false;
    const may = await rooms.read(
      meeting,
      (state) => isAtDesk(state, actor) && isEntitled(state, actor, item),
    );
    return may === true;
  };
  const isSecret = (meeting: string, item: string) =>
    rooms.read(meeting, (state) => state.agenda.items.get(item)?.isSecret === true);
  const guarded = async <T>(
    params: { readonly meeting: string; readonly item: string },
    personId: string,
    then: () => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    if (!(await mayWrite(params.meeting, params.item, personId))) return refuse('not-found');
    // D6: what is concluded on a secret item is not written here either.
    return (await isSecret(params.meeting, params.item)) ? refuse('item/secret') : then();
  };

  mount(getConclusionDraft, ({ params, principal }) =>
    guarded(params, principal.personId, async () => ok(await drafts.read(params.meeting, params.item))),
  );
  mount(takeConclusionPen, ({ params, principal, body }) =>
    guarded(params, principal.personId, () =>
      drafts.takePen(params.meeting, params.item, principal.personId, body.from),
    ),
  );
  mount(saveConclusionDraft, ({ params, principal, body }) =>
    guarded(params, principal.personId, () =>
      drafts.save(params.meeting, params.item, principal.personId, body),
    ),
  );
}
