import { createHash } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type AnnotationAct, type AnnotationBody, carryOver, versionPair } from '@hopso/shared/annotation';
import type { StoredEvent } from '@hopso/shared/kernel';
import type { PagesCompared, PageWords, PaperVersion } from '@hopso/shared/paper';
import { and, eq } from 'drizzle-orm';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Logger } from '#platform/telemetry';
import { type NoteRow, namedOf, sharingOf } from './note-rows.ts';
import { type Arrival, saveActs, type Told } from './save-acts.ts';
import { standingOn } from './standing-on.ts';

/** What the carrying asks of the papers. */
export interface CarryingPapers {
  /** The versions of a paper, the oldest first; empty for one that is not there. */
  readonly versionsOf: (meetingId: string, paperId: string) => Promise<readonly PaperVersion[]>;
  /** Null while words are still being read. */
  readonly comparisonOf: (older: string, newer: string) => Promise<PagesCompared | null>;
  readonly wordsOf: (
    sha256: string,
  ) => Promise<{ readonly pages: ReadonlyArray<Omit<PageWords, 'picture'>> } | null>;
}

export interface CarryingOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
  readonly papers: CarryingPapers;
  readonly tellChanged: (meetingId: string, told: Told) => void;
}

/** So few that the only writer is free again within some milliseconds. */
const ACTS_AT_ONCE = 20;
const WORDS_ASKED_EVERY_MS = 250;
const AGAIN_AFTER_MS = 10_000;

/**
 * Takes the notes of a paper along to its newer versions (N8). What has to be done is seen from the notes themselves,
 * so it goes on after an interruption, and doing it again changes nothing (N9).
 */
export class Carrying {
  readonly #options: CarryingOptions;
  readonly #closing = new AbortController();
  readonly #waiting = new Map<string, readonly [meetingId: string, paperId: string]>();
  #working: Promise<void> | null = null;

  constructor(options: CarryingOptions) {
    this.#options = options;
  }

  /** Told of committed events; the notes follow soon after. */
  follow(meetingId: string, events: readonly StoredEvent[]): void {
    for (const { type, data } of events)
      if (type === 'PaperVersionAdded' && typeof data?.paper === 'string') this.#add(meetingId, data.paper);
  }

  #add(meetingId: string, paperId: string): void {
    if (this.#closing.signal.aborted) return;
    this.#waiting.set(`${meetingId} ${paperId}`, [meetingId, paperId]);
    this.#working ??= this.#work();
  }

  /** Acts that were brought in, on whatever version: from a device that was offline, or a moment ago. */
  addAll(meetingId: string, acts: readonly AnnotationAct[]): void {
    for (const paperId of new Set(acts.map((act) => act.paperId))) this.#add(meetingId, paperId);
  }

  /** Takes up what was interrupted by the end of the process. */
  async resume(): Promise<void> {
    const { annotations, meetingEvents } = this.#options.db.t;
    const papers = await this.#options.db.read
      .selectDistinct({ meetingId: annotations.meetingId, paperId: annotations.paperId })
      .from(annotations)
      .innerJoin(meetingEvents, eq(meetingEvents.meetingId, annotations.meetingId))
      .where(eq(meetingEvents.type, 'PaperVersionAdded'));
    for (const { meetingId, paperId } of papers) this.#add(meetingId, paperId);
  }

  /** Resolves when nothing waits to be carried. */
  async settled(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#waiting.clear();
    await this.settled();
  }

  async #work(): Promise<void> {
    for (const [key, [meetingId, paperId]] of this.#waiting) {
      this.#waiting.delete(key);
      try {
        await this.#carry(meetingId, paperId);
      } catch (err) {
        if (this.#closing.signal.aborted) break;
        this.#options.logger.warn({ err, meeting: meetingId, paper: paperId }, 'notes not carried over yet');
        void this.#again(meetingId, paperId);
      }
    }
    this.#working = null;
  }

  async #again(meetingId: string, paperId: string): Promise<void> {
    const { signal } = this.#closing;
    await setTimeout(AGAIN_AFTER_MS, undefined, { signal, ref: false }).then(
      () => this.#add(meetingId, paperId),
      () => {},
    );
  }

  async #carry(meetingId: string, paperId: string): Promise<void> {
    const versions = await this.#options.papers.versionsOf(meetingId, paperId);
    for (const [index, newer] of versions.entries()) {
      const older = versions[index - 1];
      if (older === undefined) continue;
      const compared = await this.#compared(older, newer);
      const due = await this.#due({ meetingId, paperId, version: older.version }, newer.version);
      if (due.length > 0) await this.#carryAll(due, { older, newer, compared });
    }
  }

  /** Words are read soon after a file is laid. */
  async #compared(older: PaperVersion, newer: PaperVersion): Promise<PagesCompared> {
    for (;;) {
      const compared = await this.#options.papers.comparisonOf(older.sha256, newer.sha256);
      if (compared !== null) return compared;
      await setTimeout(WORDS_ASKED_EVERY_MS, undefined, { signal: this.#closing.signal });
    }
  }

  /** Notes of the older version whose copy is not there, or no longer says what they say. */
  async #due(
    { meetingId, paperId, version }: Pick<NoteRow, 'meetingId' | 'paperId' | 'version'>,
    to: number,
  ): Promise<NoteRow[]> {
    const { db } = this.#options;
    const { annotations: t } = db.t;
    const on = (which: number) =>
      db.read
        .select()
        .from(t)
        .where(and(eq(t.meetingId, meetingId), eq(t.paperId, paperId), eq(t.version, which)));
    const copies = new Map((await on(to)).map((row) => [row.id, row]));
    return (await on(version)).filter((note) => {
      const copy = copies.get(carriedId(note.id, to));
      if (copy === undefined) return note.deletedAt === null;
      return isUntouched(copy) && copy.actId !== carriedId(note.actId, to);
    });
  }

  async #carryAll(notes: readonly NoteRow[], step: Step): Promise<void> {
    const { db, clock, tellChanged, papers } = this.#options;
    const [before, now] = [await papers.wordsOf(step.older.sha256), await papers.wordsOf(step.newer.sha256)];
    if (before === null || now === null) throw new Error('Words that were compared are not there.');
    const known = (words: typeof before): PageWords[] =>
      words.pages.map((page) => ({ ...page, picture: null }));
    const pair = versionPair(known(before), known(now), step.compared);
    const byOwner = Map.groupBy(notes, ({ ownerId }) => ownerId);
    for (const [ownerId, own] of byOwner) {
      for (let start = 0; start < own.length; start += ACTS_AT_ONCE) {
        this.#closing.signal.throwIfAborted();
        const group = own.slice(start, start + ACTS_AT_ONCE);
        const acts = await this.#actsFor(group, (note) => actFor(note, step.newer.version, pair));
        const { meetingId, paperId } = group[0] as NoteRow;
        const names = acts.flatMap(({ sharing }) => (Array.isArray(sharing) ? sharing : []));
        // The right to read was asked when the note was drawn; taking it along asks nobody.
        const arrival: Arrival = {
          ...{ meetingId, ownerId, acts, now: clock.now() },
          standing: standingOn(paperId, step.newer.version),
          withPart: new Set(names),
          mayPresent: true,
        };
        const { results, told } = await saveActs(db, arrival);
        const refused = results.flatMap(({ problem }) => problem ?? []);
        if (refused.length > 0)
          this.#options.logger.warn(
            { meeting: meetingId, paper: paperId, refused },
            'notes not carried over',
          );
        if (told !== null) tellChanged(meetingId, told);
        await setImmediate();
      }
    }
  }

  async #actsFor(
    group: readonly NoteRow[],
    act: (note: NoteRow) => Omit<AnnotationAct, 'sharing'>,
  ): Promise<AnnotationAct[]> {
    const { db } = this.#options;
    const ids = group.map(({ id }) => id);
    const named = await namedOf(db, db.read, ids);
    return group.map((note) => ({ ...act(note), sharing: sharingOf(note, named) }));
  }
}

interface Step {
  readonly older: PaperVersion;
  readonly newer: PaperVersion;
  readonly compared: PagesCompared;
}

type Pair = ReturnType<typeof versionPair>;

/** The act that puts the note's copy on the newer version, or takes it off with the note. */
function actFor(note: NoteRow, version: number, pair: Pair): Omit<AnnotationAct, 'sharing'> {
  const type = note.type as AnnotationAct['type'];
  const head = {
    actId: carriedId(note.actId, version),
    id: carriedId(note.id, version),
    paperId: note.paperId,
    version,
    type,
    at: note.updatedAt,
  };
  const body = note.body as unknown as AnnotationBody | null;
  if (body === null) return { ...head, page: note.page, body: null };
  const carried = carryOver({ page: note.page, type, body }, pair);
  // What waits in the tray keeps the place it was drawn at, through however many versions.
  const isWaiting = body.placement === 'tray' && body.origin != null;
  const origin = isWaiting ? body.origin : { id: note.id, version: note.version, page: note.page };
  return { ...head, page: carried.page, body: { ...carried.body, origin } };
}

/**
 * [N9] The id of a copy, or of the act that makes it: a UUID of version 8 out of the older one's id and the version.
 * Devices make ids of other versions, so a copy that its owner has touched is told by its last act.
 */
export function carriedId(id: string, version: number): string {
  const bytes = createHash('sha256').update(`${id} ${version}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const isUntouched = ({ actId }: NoteRow): boolean => actId[14] === '8';
