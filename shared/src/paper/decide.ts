import { ok, type Rejection, type Result, refuse, stale } from '#kernel';
import type { Context, Phase } from '#meeting';
import type { PaperCommand } from './commands.ts';
import type { Paper, PaperEvent, PaperState } from './paper.ts';

export interface PaperReads {
  readonly phase: Phase;
  /** An item that can take papers, and whether it was withdrawn; null for an unknown one. */
  readonly item: (itemId: string) => { readonly isWithdrawn: boolean } | null;
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
    case 'RetitlePaper':
      return seen(state, command, (paper) =>
        ok([{ type: 'PaperRetitled', paper: paper.id, title: command.title }]),
      );
    case 'WithdrawPaper':
      return seen(state, command, (paper) =>
        ok([{ type: 'PaperWithdrawn', paper: paper.id, reason: command.reason }]),
      );
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
