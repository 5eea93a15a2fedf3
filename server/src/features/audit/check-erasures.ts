import type { RecordRow } from '#platform/event-log';
import type { IntegrityFault } from './fault.ts';

/** Details may be gone only where the record itself says that, and why: the chain alone does not miss them. */
export class ErasureCheck {
  readonly #erased: number[] = [];
  readonly #declared = new Set<number>();

  take({ seq, type, details }: RecordRow): void {
    if (details === null) this.#erased.push(seq);
    else if (type === 'DetailsErased') this.#declared.add(Number(JSON.parse(details).seq));
  }

  faults(meeting: string): IntegrityFault[] {
    return this.#erased
      .filter((seq) => !this.#declared.has(seq))
      .map((seq) => ({ kind: 'record-erased', meeting, seq }));
  }
}
