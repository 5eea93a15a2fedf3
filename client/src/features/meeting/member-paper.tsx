import { includesRight } from '@hopso/shared/paper';
import type { MeetingView, PaperView, PersonalView } from '@hopso/shared/session';
import { type ComponentProps, useCallback, useEffect, useState } from 'react';
import { type NotePlace, NoteTray, useNoteLayers } from '#annotation';
import { PaperReader, type ReaderHandle, useReadVersion, VersionLine } from '#paper';
import { type Finder, useWordLayers } from '#search';
import { useLeadOverlay } from './follow-parts.tsx';
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
  /** Hears which version is on the screen. */
  readonly onVersion?: ((shown: ShownVersion) => void) | undefined;
}

/** Where to read on: a page of a version, and the note that waits there for a place. */
export type PaperJump = Omit<NotePlace, 'itemId'>;

/** The version of a paper that is on the screen. */
export type ShownVersion = Pick<PaperJump, 'paperId' | 'version'>;

type OpenTray = NonNullable<ComponentProps<typeof NoteTray>['open']>;

/** Each jump is made once, also where its paper is opened again later. */
const done = new WeakSet<PaperJump>();

/** A paper with all that stands on its pages and beside them. Give it a `key` of the paper's id. */
export function MemberPaper(props: MemberPaperProps) {
  const { view, mine, paper, hasTools, jump, lead, finder, onVersion, ...rest } = props;
  const read = useReadVersion(paper);
  const { setReader, version, choose, open } = read;
  const [tray, setTray] = useState<OpenTray | null>(null);
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
  useEffect(() => onVersion?.({ paperId: paper.id, version }), [onVersion, paper.id, version]);
  useEffect(() => {
    if (jump === null || jump.paperId !== paper.id || done.has(jump)) return;
    done.add(jump);
    open(jump.version, jump.page);
    if (jump.trayNote !== undefined) setTray({ note: jump.trayNote });
  }, [jump, paper.id, open]);
  const overlay = useWordLayers(
    useLeadOverlay(notes, { paperId: paper.id, version: read.version }, lead),
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
        onPage={(page) => open(paper.version, page)}
      >
        <NoteTray
          meeting={view.meeting.id}
          paper={paper}
          personId={mine?.personId ?? null}
          open={tray}
          onOpen={setTray}
        />
      </VersionLine>
      <PaperReader
        key={read.version}
        meeting={view.meeting.id}
        paper={read.shown}
        version={read.version}
        handle={handleReader}
        {...rest}
        overlay={overlay}
        words={finder}
        markedPages={markedPages}
        isDownloadable={mine === null || includesRight(mine.rights[paper.id] ?? 'print', 'download')}
        tools={hasTools ? tools : null}
      />
    </>
  );
}
