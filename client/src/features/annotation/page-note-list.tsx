import type { Annotation } from '@hopso/shared/annotation';
import { useTranslation } from '#platform/i18n';
import { noteTitle } from './note-title.ts';

interface PageNoteListProps {
  readonly notes: readonly Annotation[];
  readonly page: number;
}

/** The notes of a page for those who have them read aloud. */
export function PageNoteList({ notes, page }: PageNoteListProps) {
  const { t } = useTranslation('annotation');
  const strokes = notes.filter(({ type }) => type === 'ink' || type === 'marker').length;
  const written = notes.filter(({ type }) => type === 'highlight' || type === 'text' || type === 'note');
  if (strokes === 0 && written.length === 0) return null;
  return (
    <ul className="visually-hidden" aria-label={t('page.notes', { n: page })}>
      {strokes > 0 && <li>{t('page.strokes', { n: strokes })}</li>}
      {written.map((note) => (
        <li key={note.id}>{noteTitle(t, note)}</li>
      ))}
    </ul>
  );
}
