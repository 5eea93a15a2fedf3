import type { AttendanceStatus, PresentMode } from '@hopso/shared/attendance';
import { foldText } from '@hopso/shared/kernel';
import type { MeetingView, ParticipantView } from '@hopso/shared/session';

type People = Pick<MeetingView, 'participants' | 'participantOrder'>;

export const isPresentStatus = (status: AttendanceStatus | undefined): status is PresentMode =>
  status === 'room' || status === 'online' || status === 'site';

/** Participants in the order of the list. */
export const listed = ({ participants, participantOrder }: People): readonly ParticipantView[] =>
  participantOrder.flatMap((id) => participants[id] ?? []);

/** Whether every word that was typed begins a word of name, post or unit; marks and `đ` do not matter. */
export function matches(person: ParticipantView, search: string): boolean {
  const words = foldText(`${person.name} ${person.post} ${person.unit}`).split(/[\s,.()–-]+/);
  return foldText(search)
    .split(/\s+/)
    .filter((typed) => typed !== '')
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

/** Who counts towards the quorum: the holder of a seat who attends in their own right. */
export const sitsAsMember = (person: ParticipantView): boolean =>
  person.hasSeat && person.capacity !== 'substitute';

export type RosterFilter = 'all' | 'members' | 'missing';

/** Rows of the roll for a filter and a search. `missing`: members who are not here now. */
export function rosterRows(people: People, filter: RosterFilter, search: string): readonly ParticipantView[] {
  return listed(people).filter((person) => {
    if (filter !== 'all' && !sitsAsMember(person)) return false;
    if (filter === 'missing' && isPresentStatus(person.status)) return false;
    return matches(person, search);
  });
}

export interface AttendanceStatement {
  readonly members: number;
  readonly present: number;
  readonly absentNames: readonly string[];
  /** Were present and went: gone, but not absent from the session. */
  readonly leftNames: readonly string[];
  readonly substitutes: number;
}

/** The facts of the line the secretary reads out at the opening. */
export function attendanceStatement(people: People): AttendanceStatement {
  const all = listed(people);
  const members = all.filter(sitsAsMember);
  const away = members.filter(({ status }) => !isPresentStatus(status));
  const names = (people: readonly ParticipantView[]) => people.map(({ name }) => name);
  return {
    members: members.length,
    present: members.length - away.length,
    absentNames: names(away.filter(({ status }) => status !== 'left')),
    leftNames: names(away.filter(({ status }) => status === 'left')),
    substitutes: all.filter(({ capacity, status }) => capacity === 'substitute' && isPresentStatus(status))
      .length,
  };
}
