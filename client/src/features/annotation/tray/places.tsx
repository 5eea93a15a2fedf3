import type { Annotation } from '@hopso/shared/annotation';
import type { PaperView } from '@hopso/shared/session';
import { type MouseEvent, useCallback } from 'react';
import { type PageFrame, PaperReader, type ReaderHandle } from '#paper';
import { useTranslation } from '#platform/i18n';
import { NoteDrawing } from '../note-drawing.tsx';
import styles from './tray.module.css';

interface PlaceProps {
  readonly meeting: string;
  readonly paper: PaperView;
}

/** The page the note was drawn on, with the note. */
export function OldPlace({ meeting, paper, note }: PlaceProps & { readonly note: Annotation }) {
  const { t } = useTranslation('version');
  const { version, page } = note.body?.origin ?? note;
  const file = paper.versions.find((each) => each.version === version) ?? paper;
  const overlay = useCallback(
    (frame: PageFrame) => frame.page === page && <DrawnNote note={note} frame={frame} />,
    [note, page],
  );
  return (
    <section className={styles.place} aria-label={t('tray.old')}>
      <h3 className={styles.heading}>{t('tray.old')}</h3>
      <div className={styles.reader} data-testid="note-tray-old">
        <PaperReader
          meeting={meeting}
          paper={{ id: paper.id, title: paper.title, bytes: file.bytes }}
          version={version}
          beside={null}
          overlay={overlay}
          handle={useStart(page)}
        />
      </div>
    </section>
  );
}

function DrawnNote({ note, frame }: { readonly note: Annotation; readonly frame: PageFrame }) {
  const notes = [note];
  const [left, , , top] = note.body?.rect ?? [];
  const pin =
    left === undefined || top === undefined ? null : frame.viewport.convertToViewportPoint(left, top);
  return (
    <svg className={styles.drawing} aria-hidden="true">
      <g transform={`matrix(${frame.viewport.transform.join(' ')})`}>
        <g className={styles.marks}>
          <NoteDrawing notes={notes} of="marker" />
        </g>
        <NoteDrawing notes={notes} of="ink" />
      </g>
      {pin !== null && <circle className={styles.pin} cx={pin[0]} cy={pin[1]} r="10" />}
    </svg>
  );
}

interface NewPlaceProps extends PlaceProps {
  /** Where the note was: the new version is opened there. */
  readonly near: number;
  /** In the page's user space. */
  readonly onPlace: (page: number, x: number, y: number) => void;
}

/** The newest version: a tap puts the note there. */
export function NewPlace({ meeting, paper, near, onPlace }: NewPlaceProps) {
  const { t } = useTranslation('version');
  const overlay = (frame: PageFrame) => {
    function handleClick(event: MouseEvent) {
      const { left, top } = event.currentTarget.getBoundingClientRect();
      // From the keyboard there is no point: the note goes to the middle of the page.
      const isPointed = event.detail > 0;
      const [x, y] = isPointed
        ? [event.clientX - left, event.clientY - top]
        : [frame.width / 2, frame.height / 2];
      const [pdfX = 0, pdfY = 0] = frame.viewport.convertToPdfPoint(x, y) as number[];
      onPlace(frame.page, pdfX, pdfY);
    }
    return (
      <button
        type="button"
        className={styles.target}
        aria-label={t('tray.here', { page: frame.page })}
        data-testid={`note-tray-page-${frame.page}`}
        onClick={handleClick}
      />
    );
  };
  return (
    <section className={styles.place} aria-label={t('tray.new')}>
      <h3 className={styles.heading}>{t('tray.new')}</h3>
      <div className={styles.reader} data-testid="note-tray-new">
        <PaperReader
          meeting={meeting}
          paper={paper}
          beside={null}
          overlay={overlay}
          handle={useStart(Math.min(near, paper.pages))}
        />
      </div>
    </section>
  );
}

/** Opens a reader at a page. */
function useStart(page: number) {
  return useCallback(
    (reader: ReaderHandle | null) => {
      // The pages are laid out first.
      if (reader !== null) requestAnimationFrame(() => reader.goTo(page));
    },
    [page],
  );
}
