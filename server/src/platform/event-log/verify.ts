import { GENESIS_CHAIN, type Row } from '#platform/database';
import { commitment, headText, leaf, link } from './envelope.ts';

/** A row of the record as it is stored. */
export type RecordRow = Row<'meetingEvents'>;

/**
 * What is wrong with the first bad row: `order` a place is missing or double, `head` the hashed text and the columns
 * disagree, `details` they are not what was hashed, `chain` the row is not the one that was linked here,
 * `tail` the record ends elsewhere than its meeting says.
 */
export type Fault = 'order' | 'head' | 'details' | 'chain' | 'tail';

export type Verdict =
  | { readonly ok: true; readonly events: number; readonly chain: string }
  | { readonly ok: false; readonly seq: number; readonly fault: Fault };

/**
 * Recomputes the record of one meeting from its rows in the order of their places.
 * @param end where the meeting's row says that the record ends; without it a cut tail stays unnoticed.
 * @returns the first bad place, or the number of events and the last chain value.
 */
export function verifyRecord(meeting: string, rows: Iterable<RecordRow>, end?: RecordEnd): Verdict {
  const check = new RecordCheck(meeting);
  for (const row of rows) {
    if (!check.take(row)) break;
  }
  return check.verdict(end);
}

/** Where a record ends: the place of its last event, and the chain up to it. */
export interface RecordEnd {
  readonly seq: number;
  readonly chain: string;
}

/** `verifyRecord` for records that are read piece by piece. */
export class RecordCheck {
  readonly #meeting: string;
  #seq = 0;
  #chain = GENESIS_CHAIN;
  #fault: Fault | null = null;

  constructor(meeting: string) {
    this.#meeting = meeting;
  }

  /** Takes the row after those taken before; false when it is bad, and the rest then says nothing. */
  take(row: RecordRow): boolean {
    this.#seq += 1;
    this.#fault = faultOf(this.#meeting, this.#seq, this.#chain, row);
    if (this.#fault) return false;
    this.#chain = row.chain;
    return true;
  }

  /** The verdict on what was taken; `end` as for `verifyRecord`. */
  verdict(end?: RecordEnd): Verdict {
    const seq = this.#seq;
    if (this.#fault) return { ok: false, seq, fault: this.#fault };
    if (end && (end.seq !== seq || end.chain !== this.#chain)) {
      return { ok: false, seq: end.seq === seq ? seq : Math.min(end.seq, seq) + 1, fault: 'tail' };
    }
    return { ok: true, events: seq, chain: this.#chain };
  }
}

function faultOf(meeting: string, seq: number, chain: string, row: RecordRow): Fault | null {
  if (row.seq !== seq) return 'order';
  const detail = detailOf(row.head);
  if (row.meetingId !== meeting || detail === null || row.head !== headText({ ...row, meeting }, detail)) {
    return 'head';
  }
  if (!detailsMatch(row, detail)) return 'details';
  return row.chain === link(chain, leaf(row.head)) ? null : 'chain';
}

/** Erased details are lawful when salt and details are gone together. */
function detailsMatch({ details, salt }: RecordRow, detail: string): boolean {
  if (details === null || salt === null) return details === salt;
  return commitment(salt, details) === detail;
}

function detailOf(head: string): string | null {
  return /"detail":"([0-9a-f]{64})"/.exec(head)?.[1] ?? null;
}
