import type { Actor } from '#meeting';
import { includesRight } from '#paper';
import { rightOf } from './paper-right.ts';
import { project } from './project.ts';
import { projectListedItem } from './project-mine.ts';
import { audienceOf } from './standing.ts';
import type { SessionState } from './state.ts';
import type { MeetingHeader, OpenItemView, PaperView } from './view.ts';

export type PackPaper = Pick<PaperView, 'id' | 'number' | 'title' | 'version' | 'pages' | 'bytes'> & {
  readonly sha256: string;
  /** The reader may not take it along (P15): it stands in the agenda, without its pages. */
  readonly isViewOnly: boolean;
};

/** An item of which the reader sees the number alone has no `content`. */
export type PackItem = {
  readonly id: string;
  readonly number: string;
  readonly isBelow: boolean;
  readonly content:
    | (Pick<OpenItemView, 'title' | 'submittingBody' | 'presenters'> & {
        readonly isWithdrawn: boolean;
        readonly papers: readonly PackPaper[];
      })
    | null;
};

export type PackContents = {
  readonly meeting: Pick<MeetingHeader, 'title' | 'gathering' | 'hostName' | 'place' | 'startsAt'>;
  /** In the order of the agenda. */
  readonly items: readonly PackItem[];
};

/**
 * What a meeting pack holds for this reader [P10]: made of the reader's own views, so that nothing can be in it that
 * the reader's tablet does not show. Null for whoever has no part in the meeting.
 */
export function projectPack(state: SessionState, meetingId: string, actor: Actor): PackContents | null {
  const audience = audienceOf(state, actor);
  if (audience === null) return null;
  const view = project(state, meetingId, audience);
  const { title, gathering, hostName, place, startsAt } = view.meeting;
  const items = view.itemOrder.flatMap((id) => [id, ...(view.items[id]?.children ?? [])]).map(packItem);
  return { meeting: { title, gathering, hostName, place, startsAt }, items };

  function packItem(id: string): PackItem {
    const shown = view.items[id];
    const seen = projectListedItem(state, actor, id);
    const place = { id, number: shown?.number ?? '', isBelow: (shown?.parentId ?? null) !== null };
    if (seen === null) return { ...place, content: null };
    const { item, papers } = seen;
    const { submittingBody, presenters } = item;
    const isWithdrawn = item.state === 'withdrawn';
    const held = isWithdrawn ? [] : papers.flatMap(packPaper);
    return {
      ...place,
      content: { title: item.title, submittingBody, presenters, isWithdrawn, papers: held },
    };
  }

  function packPaper({ id, number, title, version, pages, bytes }: PaperView): PackPaper[] {
    const paper = state.paper.papers.get(id);
    if (paper === undefined) return [];
    const isViewOnly = !includesRight(rightOf(state, paper, actor), 'download');
    return [{ id, number, title, version, pages, bytes, sha256: paper.sha256, isViewOnly }];
  }
}
