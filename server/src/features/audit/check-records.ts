import type { PublishedEvent, SessionEvent } from '@hopso/shared/session';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Q, Row, Schema } from '#platform/database';
import { RecordCheck, type RecordRow } from '#platform/event-log';
import type { VouchedHeads } from './check-checkpoints.ts';
import { ErasureCheck } from './check-erasures.ts';
import type { IntegrityFault } from './fault.ts';

/** Rows read at once: enough to be quick, few enough for any record to fit in memory. */
const PAGE = 2_000;

/** A stored file that a record or an upload names. */
export interface PaperReference {
  readonly sha256: string;
  readonly meeting: string;
  /** Set when a record names it. */
  readonly seq?: number;
  readonly paper?: string;
}

export interface RecordsReading {
  readonly meetings: number;
  readonly events: number;
  readonly papers: readonly PaperReference[];
  readonly faults: readonly IntegrityFault[];
}

/** Recomputes every record, compares it with its meeting's row and with what checkpoints vouch for. */
export async function checkRecords(q: Q, t: Schema, vouched: VouchedHeads): Promise<RecordsReading> {
  const rows = await q.select().from(t.meetings).orderBy(asc(t.meetings.id));
  const papers: PaperReference[] = [];
  const faults: IntegrityFault[] = await ownerlessRecords(q, t);
  let events = 0;
  for (const row of rows) {
    const reader = new RecordReader(row, vouched.get(row.id) ?? new Map());
    for await (const event of recordRows(q, t, row.id)) if (!reader.take(event)) break;
    events += reader.events;
    papers.push(...reader.papers);
    faults.push(...reader.faults());
  }
  const known = new Set(rows.map(({ id }) => id));
  for (const meeting of vouched.keys())
    if (!known.has(meeting)) faults.push({ kind: 'meeting-missing', meeting });
  return { meetings: rows.filter(({ recordStarted }) => recordStarted).length, events, papers, faults };
}

async function* recordRows(q: Q, t: Schema, meeting: string): AsyncGenerator<RecordRow> {
  let after = 0;
  while (true) {
    const page = await q
      .select()
      .from(t.meetingEvents)
      .where(and(eq(t.meetingEvents.meetingId, meeting), gt(t.meetingEvents.seq, after)))
      .orderBy(asc(t.meetingEvents.seq))
      .limit(PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.seq;
  }
}

/** One record as it is read; the first place that does not hold is all that is said about it. */
class RecordReader {
  readonly papers: PaperReference[] = [];
  readonly #meeting: Row<'meetings'>;
  readonly #vouched: ReadonlyMap<number, string>;
  readonly #check: RecordCheck;
  readonly #erasures = new ErasureCheck();
  #rewritten: IntegrityFault | null = null;
  events = 0;

  constructor(meeting: Row<'meetings'>, vouched: ReadonlyMap<number, string>) {
    this.#meeting = meeting;
    this.#vouched = vouched;
    this.#check = new RecordCheck(meeting.id);
  }

  /** False when nothing after this row matters any more. */
  take(row: RecordRow): boolean {
    if (!this.#check.take(row)) return false;
    this.events = row.seq;
    const chain = this.#vouched.get(row.seq);
    if (chain !== undefined && chain !== row.chain) {
      this.#rewritten = { kind: 'record-rewritten', meeting: this.#meeting.id, seq: row.seq };
      return false;
    }
    this.papers.push(...papersIn(row));
    this.#erasures.take(row);
    return true;
  }

  faults(): IntegrityFault[] {
    if (this.#rewritten) return [this.#rewritten];
    const { id: meeting, headSeq: seq, headChain: chain } = this.#meeting;
    const verdict = this.#check.verdict({ seq, chain });
    if (!verdict.ok) return [{ kind: `record-${verdict.fault}`, meeting, seq: verdict.seq }];
    const isBeyond = [...this.#vouched.keys()].some((place) => place > verdict.events);
    if (isBeyond) return [{ kind: 'record-cut', meeting, seq: verdict.events + 1 }];
    return this.#erasures.faults(meeting);
  }
}

type Naming = PublishedEvent | Extract<SessionEvent, { type: 'PaperAdded' | 'PaperVersionAdded' }>;
const naming: ReadonlySet<string> = new Set<Naming['type']>([
  'MeetingPublished',
  'PaperAdded',
  'PaperVersionAdded',
]);

function filesIn(event: Naming): readonly { readonly sha256: string; readonly paper: string }[] {
  if (event.type === 'PaperVersionAdded') return [{ sha256: event.version.sha256, paper: event.paper }];
  const records = event.type === 'PaperAdded' ? [event.paper] : event.papers;
  return records.map(({ id, sha256 }) => ({ sha256, paper: id }));
}

/** Its details were found to be those that were sealed, so their form is known. Erased ones name nothing. */
function papersIn({ meetingId: meeting, seq, type, details }: RecordRow): PaperReference[] {
  if (details === null || !naming.has(type)) return [];
  return filesIn(JSON.parse(details) as Naming).map((file) => ({ ...file, meeting, seq }));
}

async function ownerlessRecords(q: Q, t: Schema): Promise<IntegrityFault[]> {
  const rows = await q
    .selectDistinct({ meeting: t.meetingEvents.meetingId })
    .from(t.meetingEvents)
    .leftJoin(t.meetings, eq(t.meetings.id, t.meetingEvents.meetingId))
    .where(isNull(t.meetings.id));
  return rows.map(({ meeting }) => ({ kind: 'record-ownerless', meeting }));
}
