import type { MeetingView, PaperView } from '@hopso/shared/session';
import { useEffect, useRef } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, IconButton } from '#ui';
import { IconX } from '#ui/icons';
import styles from './finder-part.module.css';
import { SearchPanel } from './search-panel.tsx';
import { TextPanel } from './text-panel.tsx';
import { type Finder, isBehindDialog } from './use-finder.ts';

export { FoundMarks } from './found-marks.tsx';
export { SelectableWords } from './selectable-words.tsx';

/** A place to read on. */
export interface FoundPlace {
  readonly itemId: string;
  readonly paperId: string;
  readonly version: number;
  readonly page: number;
}

interface FinderPartProps {
  readonly finder: Finder;
  readonly view: MeetingView;
  /** The paper on the screen; null while none is. */
  readonly paperId: string | null;
  /** Its version on the screen; null: not known yet, the newest. */
  readonly version: number | null;
  readonly onJump: (place: FoundPlace) => void;
}

/** The panel; while it is closed and something is marked on the pages, the way back to it. */
export function FinderPart(props: FinderPartProps) {
  return props.finder.panel === null ? <FoundStrip finder={props.finder} /> : <Panel {...props} />;
}

function FoundStrip({ finder }: Pick<FinderPartProps, 'finder'>) {
  const { t } = useTranslation('search');
  return (
    <div className={styles.strip} data-testid="search-strip">
      <Button tone="plain" onClick={finder.search} testId="search-reopen">
        {t('strip.reopen', { query: finder.query.trim() })}
      </Button>
      <IconButton
        label={t('strip.forget')}
        icon={<IconX />}
        onClick={() => finder.setQuery('')}
        testId="search-forget"
      />
    </div>
  );
}

/** The search or the words of the paper: beside it where there is room, over it where there is none. */
function Panel({ finder, view, paperId, version, onJump }: FinderPartProps) {
  const { t } = useTranslation('search');
  const { panel, hide } = finder;
  const section = useRef<HTMLElement>(null);
  useFocusComesBack();
  useEffect(() => {
    // Wherever the focus is: the menu that opened the panel takes it back to its own button.
    function handleKey(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented && !isBehindDialog()) hide();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [hide]);
  const newest = paperId === null ? undefined : view.papers[paperId];
  const paper = newest && atVersion(newest, version);
  const isText = panel?.kind === 'text';
  function handleJump(place: FoundPlace) {
    onJump(place);
    // Where the panel lies over the whole paper it would hide what was asked for.
    const width = section.current?.offsetWidth ?? 0;
    const room = section.current?.parentElement?.offsetWidth ?? 0;
    if (width > room * 0.8) hide();
  }
  return (
    <section
      ref={section}
      className={styles.panel}
      aria-label={isText ? t('text.title') : t('title')}
      data-testid={isText ? 'text-panel' : 'search-panel'}
    >
      <header className={styles.header}>
        <h2 className={styles.title}>{isText ? t('text.title') : t('title')}</h2>
        <IconButton label={t('close')} icon={<IconX />} onClick={hide} testId="finder-close" />
      </header>
      {panel?.kind === 'text' ? (
        <TextPanel
          key={`${paperId} ${paper?.version}`}
          meeting={view.meeting.id}
          paper={paper ?? null}
          from={panel.page}
        />
      ) : (
        <SearchPanel view={view} finder={finder} paper={paper ?? null} onJump={handleJump} />
      )}
    </section>
  );
}

/** A paper with the facts of the version that is read. */
function atVersion(paper: PaperView, version: number | null): PaperView {
  const file = paper.versions.find((each) => each.version === version);
  return file === undefined ? paper : { ...paper, ...file };
}

/** What had the focus before the panel has it again afterwards. */
function useFocusComesBack(): void {
  const openedBy = useRef(document.activeElement);
  useEffect(() => {
    const opener = openedBy.current;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
}
