import type { MeetingView, PaperView, PersonalView } from '@hopso/shared/session';
import { type ComponentProps, useCallback, useEffect, useRef } from 'react';
import { NoteTray, useNoteLayers } from '#annotation';
import { PaperReader, type ReaderHandle, useReadVersion, VersionLine } from '#paper';
import { type Finder, useWordLayers } from '#search';
import { usePointerOverlay } from './follow-parts.tsx';
import type { PageLead } from './use-page-lead.ts';

interface MemberPaperProps extends Pick<ComponentProps<typeof PaperReader>, 'beside' | 'split'> {
  readonly view: MeetingView;
  readonly mine: PersonalView | null;
  readonly paper: PaperView;
  /** Of two papers beside each other one carries the tools. */
  readonly hasTools: boolean;
  /** Where to read on; done once for each new object. */
  readonly jump: PaperJump | null;
  /** Pages are led, or followed, in this reader; null where another one beside it is. */
  readonly lead: PageLead | null;
  readonly finder: Finder;
}

export interface PaperJump {
  readonly paperId: string;
  readonly page: number;
}

/** A paper with all that stands on its pages and beside them. Give it a `key` of the paper's id. */
export function MemberPaper({ view, mine, paper, hasTools, jump, lead, finder, ...rest }: MemberPaperProps) {
  const read = useReadVersion(paper);
  const { setReader, version, choose } = read;
  const {
    tools,
    markedPages,
    overlay: notes,
  } = useNoteLayers(view.meeting.id, { paperId: paper.id, version: read.version }, mine?.personId ?? null);
  const setOpen = lead?.setOpen;
  const handleReader = useCallback(
    (reader: ReaderHandle | null) => {
      setReader(reader);
      setOpen?.(
        reader === null ? null : { paperId: paper.id, version, chooseVersion: choose, handle: reader },
      );
    },
    [setOpen, setReader, paper.id, version, choose],
  );
  const handle = useJump(jump?.paperId === paper.id ? jump : null, handleReader);
  const overlay = useWordLayers(
    usePointerOverlay(notes, paper.id, lead),
    { meeting: view.meeting.id, paper: paper.id, version: read.version },
    finder,
  );
  return (
    <>
      <VersionLine
        meeting={view.meeting.id}
        {...{ paper }}
        version={read.version}
        onChoose={read.choose}
        onPage={read.goTo}
      >
        <NoteTray meeting={view.meeting.id} paper={paper} personId={mine?.personId ?? null} />
      </VersionLine>
      <PaperReader
        key={read.version}
        meeting={view.meeting.id}
        paper={read.shown}
        version={read.version}
        {...{ handle }}
        {...rest}
        overlay={overlay}
        words={finder}
        markedPages={markedPages}
        tools={hasTools ? tools : null}
      />
    </>
  );
}

/** Goes to a page as soon as the paper is open, and at once where it is already. */
function useJump(jump: PaperJump | null, onHandle?: (handle: ReaderHandle | null) => void) {
  const reader = useRef<ReaderHandle | null>(null);
  const waiting = useRef<PaperJump | null>(null);
  const go = useCallback(() => {
    if (reader.current === null || waiting.current === null) return;
    reader.current.goTo(waiting.current.page);
    waiting.current = null;
  }, []);
  useEffect(() => {
    waiting.current = jump;
    go();
  }, [jump, go]);
  return useCallback(
    (next: ReaderHandle | null) => {
      reader.current = next;
      onHandle?.(next);
      // The pages are laid out first.
      requestAnimationFrame(go);
    },
    [go, onHandle],
  );
}
