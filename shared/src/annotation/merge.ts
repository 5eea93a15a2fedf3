import type { AnnotationAct, Sharing } from './annotation.ts';

/** What decides between two acts on one note. */
export type Stamp = Pick<AnnotationAct, 'at' | 'actId'>;

/** Whether `act` takes the place of `kept`: the later one, and of one instant the one with the greater id (N3). */
export function wins(act: Stamp, kept: Stamp): boolean {
  return act.at === kept.at ? act.actId > kept.actId : act.at > kept.at;
}

/** The acts that hold, one for each note, in whatever order they arrived and however often (N3, N7). */
export function merged<Act extends Stamp & { readonly id: string }>(
  kept: ReadonlyMap<string, Act>,
  acts: Iterable<Act>,
): Map<string, Act> {
  const notes = new Map(kept);
  for (const act of acts) {
    const before = notes.get(act.id);
    if (before === undefined || wins(act, before)) notes.set(act.id, act);
  }
  return notes;
}

/** An act as it counts once it has arrived: never later than the server's time of arrival (N7). */
export function arrived<Act extends Stamp>(act: Act, now: number): Act {
  return act.at <= now ? act : { ...act, at: now };
}

/** The time of a new act: never before what its author has seen or done, however the clock went (N7). */
export function timeOfAct(now: number, ...seen: readonly number[]): number {
  return Math.max(Math.floor(now), ...seen.map((at) => at + 1));
}

/** What a person may do with the notes of a paper: of a withdrawn one only the own notes are left (N5). */
export type NotesAccess = 'all' | 'own';

/** Whether somebody with this access to the paper sees a living note (N1, N5). */
export function isVisibleTo(
  note: { readonly ownerId: string; readonly sharing: Sharing },
  personId: string,
  access: NotesAccess | undefined,
): boolean {
  if (access === undefined) return false;
  if (note.ownerId === personId) return true;
  if (access === 'own' || note.sharing === 'private') return false;
  return note.sharing === 'all' || note.sharing.includes(personId);
}
