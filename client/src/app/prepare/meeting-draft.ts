import {
  type MeetingForm,
  type MeetingKind,
  meetingForms,
  meetingKinds,
  type NewMeeting,
} from '@hopso/shared/meeting';
import type { MeetingHeader } from '@hopso/shared/session';

export { meetingForms, meetingKinds };
export type MeetingInfo = Omit<NewMeeting, 'hostUnitId'>;

/** What the form of a meeting holds while it is filled in. */
export interface MeetingDraft {
  readonly title: string;
  readonly kind: MeetingKind;
  readonly form: MeetingForm;
  readonly place: string;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  /** One site a line. */
  readonly sites: string;
}

export const emptyMeetingDraft: MeetingDraft = {
  title: '',
  kind: 'regular',
  form: 'inPerson',
  place: '',
  startsAt: null,
  endsAt: null,
  sites: '',
};

export const draftOfMeeting = (meeting: MeetingHeader): MeetingDraft => ({
  title: meeting.title,
  kind: meeting.kind,
  form: meeting.form,
  place: meeting.place,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  sites: meeting.sites.join('\n'),
});

export type MeetingFault = 'title' | 'place' | 'startsAt' | 'endsAt';

export function meetingFaults({ title, place, startsAt, endsAt }: MeetingDraft): readonly MeetingFault[] {
  const faults: MeetingFault[] = [];
  if (title.trim() === '') faults.push('title');
  if (place.trim() === '') faults.push('place');
  if (startsAt === null) faults.push('startsAt');
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) faults.push('endsAt');
  return faults;
}

/** The draft as it is sent; null while it has faults. */
export function infoOf(draft: MeetingDraft): MeetingInfo | null {
  if (meetingFaults(draft).length > 0 || draft.startsAt === null) return null;
  const sites = draft.sites
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    title: draft.title.trim(),
    kind: draft.kind,
    form: draft.form,
    place: draft.place.trim(),
    startsAt: draft.startsAt,
    endsAt: draft.endsAt,
    sites: draft.form === 'inPerson' ? [] : [...new Set(sites)],
  };
}

/** Only what differs from the meeting as it stood when the form was opened. */
export function changesOfMeeting(seen: MeetingHeader, info: MeetingInfo): Partial<MeetingInfo> {
  return Object.fromEntries(
    Object.entries(info).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(seen[key as keyof MeetingInfo]),
    ),
  );
}
