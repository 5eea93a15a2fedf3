import type { ReadingPlace } from '@hopso/shared/paper';
import { type ReactNode, type Ref, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Download } from './documents/download.tsx';
import styles from './open-paper.module.css';
import type { PageFrame, ReaderHandle } from './page-frame.ts';
import { usePageLabels } from './page-labels.ts';
import { PageLinks } from './page-links.tsx';
import { PagesPanel } from './pages-panel.tsx';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-engine.ts';
import { labelOf } from './printed-pages.ts';
import bar from './reader-bar.module.css';
import { ReaderPages } from './reader-pages.tsx';
import { ReaderToolbar, type SplitControl, type WordActions } from './reader-toolbar.tsx';
import { RestoreChip } from './restore-chip.tsx';
import { isSideways, useRotation } from './rotation.ts';
import { turnByKey } from './turn-by-key.ts';
import { useReader } from './use-reader.ts';
import { useReaderHandle } from './use-reader-handle.ts';
import { useWidthInRem } from './use-width-in-rem.ts';

interface Copies {
  readonly meeting: string;
  readonly version: number | undefined;
  readonly isDownloadable: boolean;
}

export interface OpenPaperProps {
  readonly pdf: PDFDocumentProxy;
  readonly firstRatio: number;
  readonly place: ReadingPlace;
  readonly remember: (place: ReadingPlace) => void;
  readonly paper: { readonly id: string; readonly title: string };
  readonly beside: ReactNode;
  readonly tools?: ReactNode;
  readonly overlay?: ((frame: PageFrame) => ReactNode) | undefined;
  readonly handle?: Ref<ReaderHandle> | undefined;
  readonly markedPages?: ReadonlySet<number> | undefined;
  readonly split?: SplitControl | null | undefined;
  /** Searching the paper, reading it as text, selecting its words; without it none of them is offered. */
  readonly words?: WordActions | undefined;
  /** Where copies to take along are made; without it none are offered. */
  readonly copies?: Copies | undefined;
}

const toolbarFitsFromRem = 36;
const wordsFitFromRem = 54;
const panelFitsFromRem = 40;
const unmarked: ReadonlySet<number> = new Set();
/** The tools come by then, whatever becomes of the first page. */
const toolsComeAfterMs = 400;

/** A paper whose document is there: its pages, and what moves them. */
export function OpenPaper(props: OpenPaperProps) {
  const { pdf, firstRatio, place, remember, paper, beside, tools, overlay, handle, split, copies } = props;
  const labels = usePageLabels(copies?.meeting ?? '', paper.id, copies?.version);
  const { t } = useTranslation('reader');
  const body = useRef<HTMLDivElement>(null);
  const rem = useWidthInRem(body);
  const isNarrow = rem > 0 && rem < toolbarFitsFromRem;
  const [rotation, turn] = useRotation(paper.id);
  const [isDownloading, setDownloading] = useState(false);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [areToolsThere, bringTools] = useToolsAfterFirstPage();
  const reader = useReader({
    count: pdf.numPages,
    firstRatio,
    start: place,
    isSideways: isSideways(rotation),
    most: split?.isSplit === true ? 3 : 4,
  });
  const [loaded] = useState(() => new Map<number, PDFPageProxy>());
  const own = useReaderHandle(handle, { pdf, reader, rotation, loaded });
  const { page, zoom } = reader;
  const last = useRef(place);
  useEffect(() => {
    if (page === last.current.page && zoom === last.current.zoom) return;
    last.current = { page, zoom };
    remember(last.current);
  }, [page, zoom, remember]);
  const nameOf = (sheet: number) => {
    const label = labelOf(labels, sheet);
    return label === null ? sheet : t('thumbnails.name', { label, page: sheet });
  };
  const layers = useCallback(
    (frame: PageFrame) => (
      <>
        <PageLinks pdf={pdf} frame={frame} handle={own} />
        {overlay?.(frame)}
      </>
    ),
    [pdf, own, overlay],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of reading, wherever in the paper the focus is
    <div className={styles.reader} onKeyDown={(event) => turnByKey(event, reader)}>
      <div className={bar.bar}>
        {beside}
        {(areToolsThere || isNarrow) && (
          <ReaderToolbar
            {...{ reader, labels, split }}
            words={props.words}
            isNarrow={isNarrow}
            isTight={rem < wordsFitFromRem}
            onTurn={turn}
            onDownload={copies?.isDownloadable === true ? () => setDownloading(true) : undefined}
            onPanel={() => setPanelOpen((isOpen) => !isOpen)}
          />
        )}
      </div>
      <div ref={body} className={styles.body}>
        {isPanelOpen && (
          <PagesPanel
            {...{ pdf, rotation, page }}
            handle={own}
            ratio={isSideways(rotation) ? 1 / firstRatio : firstRatio}
            marked={props.markedPages ?? unmarked}
            nameOf={nameOf}
            isBeside={rem >= panelFitsFromRem}
            onClose={() => setPanelOpen(false)}
          />
        )}
        <div className={styles.area}>
          <ReaderPages
            {...{ pdf, reader, rotation, loaded }}
            title={paper.title}
            overlay={layers}
            onSettled={bringTools}
          />
          <RestoreChip reader={reader} page={place.page} />
        </div>
        {tools && <div className={styles.tools}>{tools}</div>}
      </div>
      {isDownloading && props.copies && (
        <Download
          meeting={props.copies.meeting}
          paper={{ id: paper.id, version: props.copies.version }}
          onClose={() => setDownloading(false)}
        />
      )}
    </div>
  );
}

/**
 * The page is what is waited for: the tools over it are laid out once it is painted. Not on a narrow screen, where the
 * bar grows by them and would push the page down.
 */
function useToolsAfterFirstPage(): readonly [boolean, () => void] {
  const [areThere, setThere] = useState(false);
  const bring = useCallback(() => setThere(true), []);
  useEffect(() => {
    const timer = setTimeout(bring, toolsComeAfterMs);
    return () => clearTimeout(timer);
  }, [bring]);
  return [areThere, bring];
}
