import {
  type AnnotationAct,
  type AnnotationBody,
  annotationLimits,
  arrived,
  type saveAnnotations,
  wins,
} from '@hopso/shared/annotation';
import type { Json, RouteAnswer } from '@hopso/shared/kernel';
import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Q } from '#platform/database';
import type { NotesStanding } from './meetings.ts';
import { type NoteRow, namedOf, setHead, takeHead } from './note-rows.ts';

type Verdict = RouteAnswer<typeof saveAnnotations>['results'][number];

export interface Arrival {
  readonly meetingId: string;
  readonly ownerId: string;
  readonly acts: readonly AnnotationAct[];
  readonly standing: NotesStanding;
  /** Persons with a part in the meeting: others are not written down as readers. */
  readonly withPart: ReadonlySet<string>;
  readonly now: number;
  /** Only keeping, and carrying on what was kept, makes a presenter's stroke of a note (N14). */
  readonly mayPresent?: true;
}

/** Who is to be told, up to which place: these persons, and whoever may see one of these papers. */
export interface Told {
  readonly seq: number;
  readonly persons: ReadonlySet<string>;
  readonly papers: ReadonlySet<string>;
}

export interface Saved {
  readonly results: Verdict[];
  /** Null when nothing changed. */
  readonly told: Told | null;
}

/** Takes the acts in their order, as one transaction: each counts or is refused by itself. */
export function saveActs(db: Db, arrival: Arrival): Promise<Saved> {
  return db.write(async (q) => {
    const first = await takeHead(db, q, arrival.meetingId);
    const saving = new Saving(db, q, arrival, first);
    await saving.load();
    const results: Verdict[] = [];
    for (const act of arrival.acts) {
      const problem = saving.problemWith(act) ?? (await saving.limitProblem(act));
      const seq = problem === null ? await saving.take(arrived(act, arrival.now)) : null;
      results.push({ actId: act.actId, problem, seq });
    }
    if (saving.seq === first) return { results, told: null };
    await setHead(db, q, arrival.meetingId, saving.seq);
    return { results, told: saving };
  });
}

/** One transaction of acts. */
class Saving implements Told {
  readonly #db: Db;
  readonly #q: Q;
  readonly #arrival: Arrival;
  readonly #notes = new Map<string, NoteRow>();
  #named = new Map<string, string[]>();
  #living: number | null = null;
  readonly persons = new Set<string>();
  readonly papers = new Set<string>();
  seq: number;

  constructor(db: Db, q: Q, arrival: Arrival, seq: number) {
    this.#db = db;
    this.#q = q;
    this.#arrival = arrival;
    this.seq = seq;
  }

  async load(): Promise<void> {
    const { annotations } = this.#db.t;
    const ids = [...new Set(this.#arrival.acts.map(({ id }) => id))];
    const rows = await this.#q.select().from(annotations).where(inArray(annotations.id, ids));
    for (const row of rows) this.#notes.set(row.id, row);
    this.#named = await namedOf(this.#db, this.#q, ids);
  }

  /** One code for what is not there, not theirs and not to be seen (N2). */
  problemWith({ id, paperId, version, page, type, body }: AnnotationAct): string | null {
    const { meetingId, ownerId, standing } = this.#arrival;
    const paper = standing.papers.get(paperId);
    if (paper === undefined) return 'not-found';
    const kept = this.#notes.get(id);
    if (kept !== undefined) {
      const isSame = kept.ownerId === ownerId && kept.meetingId === meetingId;
      if (!isSame || kept.paperId !== paperId || kept.type !== type) return 'not-found';
    }
    if (kept === undefined && body !== null && !paper.mayAnnotate) return 'annotation/not-allowed';
    const wasPresented = (kept?.body as unknown as AnnotationBody | null | undefined)?.isPresented === true;
    if (body?.isPresented === true && !wasPresented && this.#arrival.mayPresent !== true)
      return 'annotation/not-allowed';
    const isOnPage = page <= (paper.pages.get(version) ?? 0);
    return body === null || isOnPage ? null : 'annotation/page-unknown';
  }

  async limitProblem({ id, body }: AnnotationAct): Promise<string | null> {
    const kept = this.#notes.get(id);
    const isNew = body !== null && (kept === undefined || kept.deletedAt !== null);
    if (!isNew) return null;
    this.#living ??= await this.#countLiving();
    return this.#living < annotationLimits.perPerson ? null : 'annotation/too-many';
  }

  /** Keeps the act unless a later one is kept; answers the place of what is kept then. */
  async take(act: AnnotationAct): Promise<number> {
    const kept = this.#notes.get(act.id);
    if (kept !== undefined && !wins(act, { at: kept.updatedAt, actId: kept.actId })) return kept.seq;
    this.seq += 1;
    const names = this.#namesOf(act);
    const row = this.#rowOf(act, names, kept);
    const { annotations } = this.#db.t;
    const { id, ...set } = row;
    await this.#q.insert(annotations).values(row).onConflictDoUpdate({ target: annotations.id, set });
    await this.#share(id, names);
    this.#tell(kept, row, names);
    if (this.#living !== null) this.#living += living(row) - living(kept);
    this.#notes.set(id, row);
    this.#named.set(id, names);
    return row.seq;
  }

  #rowOf(act: AnnotationAct, names: readonly string[], kept: NoteRow | undefined): NoteRow {
    const { id, paperId, version, page, type, body, at, actId } = act;
    const { meetingId, ownerId } = this.#arrival;
    const isForAll = body !== null && act.sharing === 'all';
    return {
      ...{ id, meetingId, paperId, version, page, type, ownerId, actId, seq: this.seq },
      sharing: isForAll ? 'all' : names.length > 0 ? 'named' : 'private',
      wasSharedWithAll: isForAll || (kept?.wasSharedWithAll ?? false),
      unsharedSeq: kept?.sharing === 'all' && !isForAll ? this.seq : (kept?.unsharedSeq ?? null),
      body: body as unknown as Json,
      updatedAt: at,
      createdAt: kept?.createdAt ?? at,
      deletedAt: body === null ? at : null,
    };
  }

  /** Who has no part in the meeting cannot be a reader: the note is kept without them. */
  #namesOf({ sharing, body }: AnnotationAct): string[] {
    if (body === null || !Array.isArray(sharing)) return [];
    const { ownerId, withPart } = this.#arrival;
    return [...new Set(sharing)].filter((personId) => personId !== ownerId && withPart.has(personId));
  }

  async #share(annotationId: string, names: readonly string[]): Promise<void> {
    const { annotationShares: shares } = this.#db.t;
    const before = this.#named.get(annotationId) ?? [];
    const left = before.filter((personId) => !names.includes(personId));
    if (left.length > 0) {
      const gone = and(eq(shares.annotationId, annotationId), inArray(shares.personId, left));
      await this.#q.update(shares).set({ isActive: false, leftSeq: this.seq }).where(gone);
    }
    const rows = names
      .filter((personId) => !before.includes(personId))
      .map((personId) => ({ annotationId, personId, isActive: true }));
    if (rows.length === 0) return;
    await this.#q
      .insert(shares)
      .values(rows)
      .onConflictDoUpdate({ target: [shares.annotationId, shares.personId], set: { isActive: true } });
  }

  /** Those who see it now, and those who saw it before. */
  #tell(before: NoteRow | undefined, now: NoteRow, names: readonly string[]): void {
    this.persons.add(now.ownerId);
    for (const personId of [...names, ...(this.#named.get(now.id) ?? [])]) this.persons.add(personId);
    if (before?.sharing === 'all' || now.sharing === 'all') this.papers.add(now.paperId);
  }

  async #countLiving(): Promise<number> {
    const { annotations: notes } = this.#db.t;
    const { meetingId, ownerId } = this.#arrival;
    const own = and(eq(notes.ownerId, ownerId), eq(notes.meetingId, meetingId), isNull(notes.deletedAt));
    const [found] = await this.#q.select({ notes: count() }).from(notes).where(own);
    return found?.notes ?? 0;
  }
}

const living = (row: NoteRow | undefined): number => (row === undefined || row.deletedAt !== null ? 0 : 1);
