import type { Annotation } from '@hopso/shared/annotation';
import type { PageFrame } from '#paper';
import { useTranslation } from '#platform/i18n';
import { classes } from '#ui';
import { IconBookmark, IconNote } from '#ui/icons';
import styles from './annotation-layer.module.css';
import { changeOf, type Notebook } from './notebook.ts';
import { onScreen } from './text-box.ts';

interface MarksProps {
  readonly notes: readonly Annotation[];
  readonly frame: PageFrame;
}

/** Free texts; upright on the screen however the page is turned. */
export function Texts({ notes, frame }: MarksProps) {
  return notes
    .filter(({ type }) => type === 'text')
    .map(({ id, body }) => (
      <p
        key={id}
        className={styles.text}
        data-colour={body?.colour}
        data-testid={`text-${id}`}
        style={{ ...onScreen(body?.rect, frame), fontSize: (body?.width ?? 0) * frame.viewport.scale }}
      >
        {body?.text}
      </p>
    ));
}

/** Notes that stand behind a pin. */
export function Pins({ notes, frame, notebook }: MarksProps & { readonly notebook: Notebook }) {
  const { t } = useTranslation('annotation');
  return notes
    .filter(({ type }) => type === 'note')
    .map((note) => {
      const { left, top } = onScreen(note.body?.rect, frame);
      const isOwn = notebook.isOwn(note);
      return (
        <button
          key={note.id}
          type="button"
          className={classes(styles.pin, !isOwn && styles.shared)}
          data-colour={note.body?.colour}
          data-testid={`pin-${note.id}`}
          style={{ left, top }}
          aria-label={t(isOwn ? 'pin.own' : 'pin.of', { name: note.ownerName, text: note.body?.text ?? '' })}
          onClick={() => notebook.open({ note, change: changeOf(note) })}
        >
          <IconNote aria-hidden="true" size={32} />
        </button>
      );
    });
}

interface PageBookmarkProps {
  readonly notes: readonly Annotation[];
  readonly notebook: Notebook;
  readonly paperId: string;
  readonly version: number;
  readonly page: number;
  readonly isReadOnly: boolean;
}

/** A ribbon at the page's corner, to find it again. */
export function PageBookmark({ notes, notebook, isReadOnly, ...place }: PageBookmarkProps) {
  const { t } = useTranslation('annotation');
  const own = notes.find((note) => note.type === 'bookmark' && notebook.isOwn(note));
  if (isReadOnly && own === undefined) return null;
  function toggle() {
    if (own !== undefined) {
      notebook.write({ ...changeOf(own), body: null }, own);
      return;
    }
    const id = crypto.randomUUID();
    const body = { colour: 'blue', width: 1 } as const;
    notebook.write({ ...place, id, type: 'bookmark', sharing: 'private', body }, null);
  }
  return (
    <button
      type="button"
      className={styles.bookmark}
      aria-pressed={own !== undefined}
      aria-label={t('bookmark.page', { n: place.page })}
      data-testid={`bookmark-${place.page}`}
      onClick={toggle}
    >
      <IconBookmark aria-hidden="true" size={30} />
    </button>
  );
}
