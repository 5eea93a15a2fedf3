import {
  getAnnotations,
  getRemarks,
  saveAnnotations,
  settlePresentedInk,
  treatRemark,
} from '@hopso/shared/annotation';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Mount } from '#platform/http';
import type { WaitingStroke } from '#platform/live';
import type { Logger } from '#platform/telemetry';
import { Carrying, type CarryingPapers } from './carry-over.ts';
import { keepInk } from './keep-ink.ts';
import type { NotesMeetings } from './meetings.ts';
import { notesOnPapers, type VisibleNote } from './notes-on-papers.ts';
import { type Reader, readChanges } from './read-changes.ts';
import { remarksOf, treat } from './remarks.ts';
import { saveActs, type Told } from './save-acts.ts';

export interface AnnotationsOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly meetings: NotesMeetings;
  readonly logger: Pick<Logger, 'warn'>;
  /** What the carrying of notes to new versions asks of the papers. */
  readonly papers: CarryingPapers;
  readonly nameOf: (personId: string) => Promise<string>;
  /** After COMMIT: who should read on. */
  readonly tellChanged: (meetingId: string, told: Told) => void;
  readonly presented: PresentedLayers;
}

interface PaperVersionOf {
  readonly paper: string;
  readonly version: number;
}

/** What presenters drew while leading pages, until it is settled. */
export interface PresentedLayers {
  /** `isWhole`: with the stroke that is being drawn this moment. */
  waitingOn(meetingId: string, at: PaperVersionOf, isWhole: boolean): Promise<readonly WaitingStroke[]>;
  /** Answers how many wait on. */
  settle(meetingId: string, at: PaperVersionOf, strokes: readonly string[]): Promise<number>;
}

/** Notes on papers: private ones of each person, shared ones, and how the desk treats those shared with all. */
export interface Annotations {
  /** Takes notes along to new versions of their papers. */
  readonly carrying: Pick<Carrying, 'follow' | 'resume' | 'settled' | 'close'>;
  readonly mountRoutes: (mount: Mount) => void;
  /** What a reader sees written on versions of papers that they may read. @see notesOnPapers */
  readonly notesOn: (
    reader: { readonly meetingId: string; readonly personId: string },
    papers: readonly { readonly paperId: string; readonly version: number }[],
  ) => Promise<readonly VisibleNote[]>;
}

export function createAnnotations(options: AnnotationsOptions): Annotations {
  const { db, clock, meetings, tellChanged } = options;
  const carrying = new Carrying(options);
  /** Everybody is asked for anew: a name is looked up once for each answer. */
  const nameOf = () => {
    const names = new Map<string, Promise<string>>();
    return (personId: string) => {
      const name = names.get(personId) ?? options.nameOf(personId);
      names.set(personId, name);
      return name;
    };
  };
  const asReader = async <T>(
    meetingId: string,
    personId: string,
    then: (reader: Reader) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const standing = await meetings.standing(meetingId, personId);
    return standing === null
      ? refuse('not-found')
      : then({ meetingId, personId, standing, nameOf: nameOf() });
  };
  const atDesk = <T>(meetingId: string, personId: string, then: (reader: Reader) => Promise<Result<T>>) =>
    asReader(meetingId, personId, async (reader) =>
      reader.standing.isDesk ? then(reader) : refuse('not-found'),
    );
  return {
    carrying,
    notesOn: (reader, papers) => notesOnPapers(options, reader, papers),
    mountRoutes(mount) {
      mount(saveAnnotations, ({ params: { meeting }, principal: { personId }, body: { acts } }) =>
        asReader(meeting, personId, async ({ standing }) => {
          const names = [...new Set(acts.flatMap(({ sharing }) => (Array.isArray(sharing) ? sharing : [])))];
          const withPart = names.length === 0 ? new Set<string>() : await meetings.withPart(meeting, names);
          const arrival = {
            meetingId: meeting,
            ownerId: personId,
            acts,
            standing,
            withPart,
            now: clock.now(),
          };
          const { results, told } = await saveActs(db, arrival);
          if (told !== null) tellChanged(meeting, told);
          carrying.addAll(meeting, acts);
          return ok({ results });
        }),
      );
      mount(getAnnotations, ({ params: { meeting }, principal: { personId }, query }) =>
        asReader(meeting, personId, async (reader) => ok(await readChanges(db, reader, query))),
      );
      mount(getRemarks, ({ params: { meeting }, principal: { personId }, query }) =>
        atDesk(meeting, personId, async (reader) =>
          ok({ remarks: await remarksOf(db, reader, query.paper) }),
        ),
      );
      mount(treatRemark, ({ params: { meeting, annotation }, principal: { personId }, body }) =>
        atDesk(meeting, personId, async (reader) => {
          const treated = await treat(db, reader, annotation, body, clock.now());
          if (!treated.ok) return treated;
          tellChanged(meeting, treated.value.told);
          return ok(treated.value.remark);
        }),
      );
      mount(settlePresentedInk, ({ params: { meeting }, principal: { personId }, body }) =>
        atDesk(meeting, personId, async ({ standing }) => {
          const { keep, ...at } = body;
          if (!standing.papers.has(at.paper)) return refuse('not-found');
          const waiting = await options.presented.waitingOn(meeting, at, !keep);
          const to = { meetingId: meeting, paperId: at.paper, version: at.version };
          const { kept, told } = keep
            ? await keepInk(db, to, waiting, clock.now())
            : { kept: waiting.map(({ id }) => id), told: [] };
          // First the notes, then the end of the layer: no screen is without the strokes meanwhile.
          for (const each of told) tellChanged(meeting, each);
          const left = await options.presented.settle(meeting, at, kept);
          return ok({ settled: kept.length, waiting: left });
        }),
      );
    },
  };
}
