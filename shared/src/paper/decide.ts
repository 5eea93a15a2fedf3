import { ok, type Rejection, type Result, refuse, stale } from '#kernel';
import type { Context, Phase } from '#meeting';
import type { PaperAccess } from './access.ts';
import type { PaperCommand } from './commands.ts';
import type { Paper, PaperEvent, PaperState } from './paper.ts';

export interface PaperReads {
  readonly phase: Phase;
  /** An item that can take papers, and whether it was withdrawn; null for an unknown one. */
  readonly item: (itemId: string) => { readonly isWithdrawn: boolean; readonly isSecret: boolean } | null;
  readonly isParticipant: (personId: string) => boolean;
}

export const paperGuards = {
  /** P4: until the end. */
  change: (reads: Pick<PaperReads, 'phase'>): Rejection | null =>
    reads.phase === 'ended' ? { code: 'meeting/ended' } : null,
} as const;

export function decidePaper(
  state: PaperState,
  reads: PaperReads,
  command: PaperCommand,
  context: Context,
): Result<readonly PaperEvent[]> {
  const refusal = paperGuards.change(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  switch (command.type) {
    case 'AddPaper':
      return addPaper(reads, command, context);
    case 'AddPaperVersion':
      return seen(state, command, (paper) => addVersion(reads, paper, command, context));
    case 'RetitlePaper':
      return seen(state, command, (paper) =>
        ok([{ type: 'PaperRetitled', paper: paper.id, title: command.title }]),
      );
    case 'WithdrawPaper':
      return seen(state, command, (paper) =>
        ok([{ type: 'PaperWithdrawn', paper: paper.id, reason: command.reason }]),
      );
    case 'SetPaperAccess':
      return seen(state, command, (paper) => setAccess(reads, paper, command.access));
  }
}

/** P1: the facts of a paper are those of the examined file, never what a client says of it. */
function addPaper(
  reads: PaperReads,
  command: Extract<PaperCommand, { type: 'AddPaper' }>,
  context: Context,
): Result<readonly PaperEvent[]> {
  const { upload } = context.facts;
  const [paperId] = context.ids;
  if (upload === undefined || upload.uploadId !== command.upload || paperId === undefined)
    return refuse('upload/unknown');
  const item = reads.item(command.item);
  if (item === null) return refuse('item/unknown');
  if (item.isWithdrawn) return refuse('item/withdrawn');
  if (item.isSecret) return refuse('item/secret');
  const { fileName, sha256, bytes, pages, hasText } = upload;
  const paper = {
    id: paperId,
    itemId: command.item,
    title: command.title,
    fileName,
    sha256,
    bytes,
    pages,
    hasText,
  };
  return ok([{ type: 'PaperAdded', paper }]);
}

/** P5, P6: the next version, of another file than the newest. */
function addVersion(
  reads: PaperReads,
  paper: Paper,
  command: Extract<PaperCommand, { type: 'AddPaperVersion' }>,
  context: Context,
): Result<readonly PaperEvent[]> {
  const { upload } = context.facts;
  if (upload === undefined || upload.uploadId !== command.upload) return refuse('upload/unknown');
  if (reads.item(paper.itemId)?.isWithdrawn !== false) return refuse('item/withdrawn');
  if (reads.item(paper.itemId)?.isSecret === true) return refuse('item/secret');
  const { fileName, sha256, bytes, pages, hasText } = upload;
  if (sha256 === paper.sha256) return refuse('paper/same-file', { title: paper.title });
  const version = { version: paper.version + 1, fileName, sha256, bytes, pages, hasText };
  return ok([{ type: 'PaperVersionAdded', paper: paper.id, version }]);
}

/** P13: the rights are set as a whole; single persons are participants. */
function setAccess(
  reads: PaperReads,
  paper: Paper,
  access: PaperAccess | null,
): Result<readonly PaperEvent[]> {
  const unknown = Object.keys(access?.exceptions ?? {}).find((id) => !reads.isParticipant(id));
  if (unknown !== undefined) return refuse('participant/unknown', { person: unknown });
  return ok([{ type: 'PaperAccessSet', paper: paper.id, access }]);
}

function seen(
  state: PaperState,
  command: { readonly paper: string; readonly rev: number },
  then: (paper: Paper) => Result<readonly PaperEvent[]>,
): Result<readonly PaperEvent[]> {
  const paper = state.papers.get(command.paper);
  if (paper === undefined) return refuse('paper/unknown');
  if (paper.withdrawn !== null) return refuse('paper/withdrawn');
  if (paper.rev !== command.rev) return stale({ rev: paper.rev, title: paper.title });
  return then(paper);
}
