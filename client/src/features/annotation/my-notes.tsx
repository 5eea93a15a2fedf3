import { type Annotation, type AnnotationType, annotationTypes } from '@hopso/shared/annotation';
import type { MeetingView } from '@hopso/shared/session';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from '#platform/i18n';
import { EmptyState, IconButton, NativeSelectField } from '#ui';
import { IconLock, IconPencil, IconUsers } from '#ui/icons';
import styles from './my-notes.module.css';
import { noteTitle } from './note-title.ts';
import { changeOf, type Notebook } from './notebook.ts';
import { groupNotes, isInTray, placeOf } from './notes-by-paper.ts';

/** A place to read on at. */
export interface NotePlace {
  readonly itemId: string;
  readonly paperId: string;
  readonly version: number;
  readonly page: number;
  /** A note that waits for its place, in the tray of the paper. */
  readonly trayNote?: string;
}

interface MyNotesProps {
  readonly notebook: Notebook;
  readonly papers: MeetingView['papers'];
  readonly onJump: (place: NotePlace) => void;
}

type Filter = AnnotationType | 'every' | 'others';

/** Every note of the meeting that this person may see, by paper and page. */
export function MyNotes({ notebook, papers, onJump }: MyNotesProps) {
  const { t } = useTranslation('annotation');
  const { store } = notebook;
  const notes = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.all(),
  );
  const [filter, setFilter] = useState<Filter>('every');
  const isWanted = (note: Annotation) =>
    filter === 'every' || (filter === 'others' ? !notebook.isOwn(note) : note.type === filter);
  const groups = groupNotes(notes.filter(isWanted), papers);
  const options: Filter[] = ['every', ...annotationTypes, 'others'];
  return (
    <div className={styles.list} data-testid="my-notes">
      <NativeSelectField<Filter>
        label={t('list.filter')}
        placeholder={t('list.filter')}
        options={options.map((value) => ({
          value,
          label: value === 'every' || value === 'others' ? t(`list.${value}`) : t(`type.${value}`),
        }))}
        value={filter}
        onChange={(next) => setFilter(next ?? 'every')}
        testId="notes-filter"
      />
      {groups.length === 0 && <EmptyState>{t('list.none')}</EmptyState>}
      {groups.map(({ paper, version, pages }) => (
        <section key={`${paper.id} ${version}`}>
          <h3 className={styles.paper}>
            {paper.title}
            {version !== paper.version && ` – ${t('list.version', { n: version })}`}
          </h3>
          {pages.map(({ page, entries }) => (
            <ul key={page} className={styles.notes} aria-label={t('list.page', { n: page })}>
              {entries.map(({ note, count }) => (
                <li key={note.id} className={styles.note}>
                  <button
                    type="button"
                    className={styles.jump}
                    data-testid={`note-jump-${note.id}`}
                    onClick={() =>
                      onJump({
                        itemId: paper.itemId,
                        ...placeOf(note, notebook.isOwn(note) && version === paper.version),
                      })
                    }
                  >
                    <span className={styles.page}>
                      {isInTray(note) ? t('list.waiting') : t('list.page', { n: page })}
                    </span>
                    <span className={styles.words}>
                      {count > 1 ? t('page.strokes', { n: count }) : noteTitle(t, note)}
                    </span>
                    <span className={styles.shared}>
                      {!notebook.isOwn(note) && note.ownerName}
                      {notebook.isOwn(note) && note.sharing === 'private' && (
                        <IconLock size={18} role="img" aria-label={t('share.private')} />
                      )}
                      {notebook.isOwn(note) && note.sharing !== 'private' && (
                        <IconUsers size={18} role="img" aria-label={t('list.shared')} />
                      )}
                    </span>
                  </button>
                  {count === 1 && (
                    <IconButton
                      label={t('list.open')}
                      icon={<IconPencil />}
                      onClick={() => notebook.open({ note, change: changeOf(note) })}
                      testId={`note-open-${note.id}`}
                    />
                  )}
                </li>
              ))}
            </ul>
          ))}
        </section>
      ))}
    </div>
  );
}
