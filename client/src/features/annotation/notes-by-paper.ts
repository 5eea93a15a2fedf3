import type { Annotation } from '@hopso/shared/annotation';
import type { MeetingView, PaperView } from '@hopso/shared/session';

/** A note, or as many strokes of one owner with the same readers, told as one. */
interface Entry {
  readonly note: Annotation;
  readonly count: number;
}

interface PaperNotes {
  readonly paper: PaperView;
  readonly version: number;
  readonly pages: ReadonlyArray<{ readonly page: number; readonly entries: readonly Entry[] }>;
}

/** Notes by paper, version and page, each in its order; those on papers that are not shown any more are left out. */
export function groupNotes(
  notes: readonly Annotation[],
  papers: MeetingView['papers'],
): readonly PaperNotes[] {
  const groups = new Map<string, { paper: PaperView; version: number; pages: Map<number, Entry[]> }>();
  for (const note of notes) {
    const paper = papers[note.paperId];
    if (paper === undefined) continue;
    const name = `${note.paperId} ${note.version}`;
    const group = groups.get(name) ?? { paper, version: note.version, pages: new Map() };
    groups.set(name, group);
    const entries = group.pages.get(note.page) ?? [];
    group.pages.set(note.page, entries);
    add(entries, note);
  }
  return [...groups.values()].map(({ paper, version, pages }) => ({
    paper,
    version,
    pages: [...pages].map(([page, entries]) => ({ page, entries })).toSorted((a, b) => a.page - b.page),
  }));
}

/** Waits for its owner to give it a place on the version it was taken along to (N8). */
export const isInTray = ({ body }: Annotation): boolean => body?.placement === 'tray';

/**
 * Where a note is read: on its page of the version it was written on; one without a place in the tray if that can give
 * it one (`hasTray`: an own note on the newest version), else where it was drawn.
 */
export function placeOf(
  note: Annotation,
  hasTray: boolean,
): { paperId: string; version: number; page: number; trayNote?: string } {
  const { id, paperId, version, page } = note;
  if (!isInTray(note)) return { paperId, version, page };
  if (hasTray) return { paperId, version, page, trayNote: id };
  const drawn = note.body?.origin ?? note;
  return { paperId, version: drawn.version, page: drawn.page };
}

function add(entries: Entry[], note: Annotation): void {
  const at = isStroke(note)
    ? entries.findIndex((entry) => isStroke(entry.note) && isAlike(entry.note, note))
    : -1;
  const alike = entries[at];
  if (alike === undefined) entries.push({ note, count: 1 });
  else entries[at] = { note: alike.note, count: alike.count + 1 };
}

const isStroke = ({ type }: Annotation): boolean => type === 'ink' || type === 'marker';

const isAlike = (a: Annotation, b: Annotation): boolean =>
  isInTray(a) === isInTray(b) && a.ownerId === b.ownerId && String(a.sharing) === String(b.sharing);
