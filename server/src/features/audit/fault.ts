/**
 * What can be wrong with an installation's data; the words are stable.
 * - `record-order`, `-head`, `-details`, `-chain`, `-tail`: the first bad place of a record by itself
 * - `record-cut`, `record-rewritten`: it ends before, or says otherwise than, a checkpoint
 * - `record-erased`: details are gone and no `DetailsErased` of the same record says so
 * - `record-ownerless`: events of a meeting that has no row; `meeting-missing`: a checkpointed meeting is gone
 * - `command-places`: a remembered command names places that are not its own; `event-unclaimed`: no command claims it
 * - `checkpoint-missing`: records, but no file; `-unreadable`: a line is no checkpoint;
 *   `-chain`: a line does not follow from the one before; `-root`: the last line contradicts itself and those before
 * - `paper-missing`, `paper-altered`: the stored bytes are gone, or are not those that were laid before the meeting
 */
export type FaultKind =
  | `record-${'order' | 'head' | 'details' | 'chain' | 'tail' | 'cut' | 'rewritten' | 'erased' | 'ownerless'}`
  | 'meeting-missing'
  | 'command-places'
  | 'event-unclaimed'
  | `checkpoint-${'missing' | 'unreadable' | 'chain' | 'root'}`
  | `paper-${'missing' | 'altered'}`;

export interface IntegrityFault {
  readonly kind: FaultKind;
  readonly meeting?: string;
  /** Place in the meeting's record. */
  readonly seq?: number;
  /** Line of the checkpoint file, counted from 1. */
  readonly line?: number;
  readonly command?: string;
  readonly paper?: string;
  readonly sha256?: string;
}
