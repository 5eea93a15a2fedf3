import { publicHolidays } from './holidays.ts';
import type { MeetingKind } from './meeting.ts';
import type { WorkingCalendar } from './working-days.ts';

export const choices = ['approve', 'disapprove', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** Where a value of the profile comes from; printed as law only where somebody has confirmed it. */
export interface LegalSource {
  readonly text: string;
  readonly confirmed: boolean;
}

/** Dated rules of a body, frozen into the record at publication. Fractions are exact pairs of integers. */
export interface RuleProfile {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Null for meetings that are not sessions of a committee: they have neither quorum nor vote. */
  readonly quorum: { readonly numerator: number; readonly denominator: number } | null;
  readonly remoteCountsForQuorum: boolean;
  readonly choices: readonly Choice[];
  /** `strict`: only half of all for and half of all against is a tie. `literal`: equal numbers are. */
  readonly tieReading: 'strict' | 'literal';
  /** Papers are due so many working days before the day of the meeting (M12). */
  readonly papersLeadWorkingDays: number;
  /** Calendar days instead, for kinds that are called at short notice. Absent in records of before version 2. */
  readonly papersLeadDays?: { readonly [kind in MeetingKind]?: number };
  /** Absent in records of before version 2: weekends alone are not worked. */
  readonly calendar?: WorkingCalendar;
  readonly presentationMinutes: number;
  readonly sources: {
    readonly quorum: LegalSource;
    readonly choices: LegalSource;
    readonly majority: LegalSource;
    readonly tie: LegalSource;
    /** Absent in records of before version 2. */
    readonly papers?: LegalSource;
  };
}

const configured: LegalSource = { text: 'quy chế làm việc đã cấu hình', confirmed: false };
const law2015 = (clause: string): LegalSource => ({
  text: `${clause} Luật Tổ chức chính quyền địa phương năm 2015 (sửa đổi, bổ sung năm 2019)`,
  confirmed: true,
});

/** Sessions of a People's Committee, by the date they are held on (RULES M5). */
export const committeeProfiles: readonly RuleProfile[] = [
  {
    id: 'committee-2015',
    version: 2,
    name: 'Phiên họp Ủy ban nhân dân (Luật 77/2015/QH13)',
    validFrom: '2016-01-01',
    validTo: '2025-06-15',
    quorum: { numerator: 2, denominator: 3 },
    remoteCountsForQuorum: true,
    choices,
    tieReading: 'strict',
    papersLeadWorkingDays: 3,
    papersLeadDays: { thematic: 1, urgent: 1 },
    calendar: publicHolidays,
    presentationMinutes: 10,
    sources: {
      quorum: law2015('Điều 114'),
      choices: law2015('khoản 1 Điều 117'),
      majority: law2015('khoản 3 Điều 117'),
      tie: configured,
      papers: law2015('Điều 114'),
    },
  },
  {
    id: 'committee-2025',
    version: 2,
    name: 'Phiên họp Ủy ban nhân dân (Luật 72/2025/QH15)',
    validFrom: '2025-06-16',
    validTo: null,
    quorum: { numerator: 2, denominator: 3 },
    remoteCountsForQuorum: true,
    choices,
    tieReading: 'strict',
    papersLeadWorkingDays: 3,
    papersLeadDays: { thematic: 1, urgent: 1 },
    calendar: publicHolidays,
    presentationMinutes: 10,
    sources: {
      quorum: configured,
      choices: configured,
      majority: configured,
      tie: configured,
      papers: configured,
    },
  },
];

/** Meetings and conferences: no quorum and no vote. */
export const discussionProfile: RuleProfile = {
  id: 'discussion',
  version: 2,
  name: 'Cuộc họp trao đổi, không biểu quyết',
  validFrom: '1945-09-02',
  validTo: null,
  quorum: null,
  remoteCountsForQuorum: true,
  choices: [],
  tieReading: 'strict',
  papersLeadWorkingDays: 3,
  calendar: publicHolidays,
  presentationMinutes: 10,
  sources: {
    quorum: configured,
    choices: configured,
    majority: configured,
    tie: configured,
    papers: configured,
  },
};

/** The profile that holds for a kind of meeting on a day `YYYY-MM-DD` (local date of the place). */
export function profileOn(gathering: 'session' | 'meeting' | 'conference', day: string): RuleProfile {
  if (gathering !== 'session') return discussionProfile;
  const found = committeeProfiles.find((p) => p.validFrom <= day && (p.validTo === null || day <= p.validTo));
  return found ?? discussionProfile;
}
