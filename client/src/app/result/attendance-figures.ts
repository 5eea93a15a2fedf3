import type { MeetingView, ParticipantView } from '@hopso/shared/session';
import { isPresentStatus, listed, sitsAsMember } from '#attendance';

type People = Pick<MeetingView, 'participants' | 'participantOrder'>;

/** Came, whether or not they stayed to the end. */
export const attended = ({ status }: ParticipantView): boolean =>
  isPresentStatus(status) || status === 'left';

export interface AttendanceFigures {
  /** Holders of a seat who are not represented by somebody else. */
  readonly members: number;
  readonly attended: number;
  readonly absentNames: readonly string[];
  readonly substitutes: number;
  /** Members who had left when it ended. */
  readonly leftNames: readonly string[];
}

/** Who came, over the whole of the meeting; null where the person may not see who came. */
export function attendanceFigures(people: People): AttendanceFigures | null {
  const all = listed(people);
  if (all.every(({ status }) => status === undefined)) return null;
  const members = all.filter(sitsAsMember);
  const absent = members.filter((person) => !attended(person));
  return {
    members: members.length,
    attended: members.length - absent.length,
    absentNames: absent.map(({ name }) => name),
    substitutes: all.filter((person) => person.capacity === 'substitute' && attended(person)).length,
    leftNames: members.filter(({ status }) => status === 'left').map(({ name }) => name),
  };
}
