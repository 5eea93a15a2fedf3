import type { ItemKind } from '#agenda';
import type { AttendanceStatus, Capacity, InvitationAnswer, PresentMode } from '#attendance';
import type { CopyEntry } from '#copies';
import type { ItemOutcome } from '#decision';
import type { Choice, Gathering, Lateness, MeetingForm, MeetingKind, Phase, PresidingTerm } from '#meeting';
import type { PaperAccess, PaperRight } from '#paper';
import type { BallotSource, Tally } from '#voting';
import type { CommandType } from './commands.ts';
import type { Audience } from './standing.ts';

/** What a screen of one audience is drawn from. Maps are keyed by id; order stands beside them. */
export type MeetingView = {
  readonly meeting: MeetingHeader;
  /** Null where the meeting has no quorum rule, or was converted into a discussion. */
  readonly quorum: QuorumView | null;
  readonly items: { readonly [itemId: string]: ItemView };
  /** Items of the upper level; those below stand in `children`. */
  readonly itemOrder: readonly string[];
  readonly papers: { readonly [paperId: string]: PaperView };
  readonly participants: { readonly [personId: string]: ParticipantView };
  /** Participants as they are listed: chair, seats in their order, secretaries, substitutes, then the others. */
  readonly participantOrder: readonly string[];
  readonly counts: AttendanceCounts;
  readonly votes: { readonly [voteId: string]: VoteView };
  /** Votes in the order they were opened. */
  readonly voteOrder: readonly string[];
  /** Desk: the paper copies of secret items that are open to all, as they were handed out (H1). */
  readonly copies?: { readonly [itemId: string]: readonly CopyEntry[] };
};

export type MeetingHeader = {
  readonly id: string;
  readonly rev: number;
  readonly title: string;
  readonly kind: MeetingKind;
  readonly gathering: Gathering;
  readonly form: MeetingForm;
  readonly place: string;
  readonly sites: readonly string[];
  readonly hostName: string;
  readonly hostUnitId: string;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly phase: Phase;
  readonly publishedAt: number | null;
  readonly startedAt: number | null;
  readonly pausedAt: number | null;
  /** Milliseconds of finished breaks; elapsed = now − startedAt − pausedMs − (now − pausedAt). */
  readonly pausedMs: number;
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
  /** The quorum when the session was opened; null without a quorum rule or before. */
  readonly opening: { readonly present: number; readonly needed: number; readonly total: number } | null;
  readonly endedAt: number | null;
  readonly postponed: { readonly reason: string; readonly startsAt: number | null } | null;
  readonly isConverted: boolean;
  /** Whether this meeting decides by vote. */
  readonly hasVoting: boolean;
  readonly choices: readonly Choice[];
  readonly presidingId: string | null;
  readonly presidingName: string | null;
  /** Everybody who has presided since the session began, in order. */
  readonly presided: readonly (PresidingTerm & { readonly name: string })[];
  readonly currentItemId: string | null;
  readonly openVoteId: string | null;
  /** Desk only: the last move, while it can be undone (8 s on the button). */
  readonly lastMove: {
    readonly seq: number;
    readonly at: number;
    readonly from: string | null;
    readonly to: string;
  } | null;
  /** Desk only: whose desk leads. They need not be among the participants. */
  readonly deskHolderId: string | null;
  readonly deskHolderName: string | null;
  /** From when members may check in themselves. */
  readonly checkInOpensAt: number;
};

export type QuorumView = {
  readonly total: number;
  readonly present: number;
  readonly needed: number;
  readonly isMet: boolean;
};

export type ItemView = OpenItemView | ListedItemView;

export type OpenItemView = {
  readonly id: string;
  readonly isListed: false;
  readonly number: string;
  readonly parentId: string | null;
  readonly children: readonly string[];
  readonly rev: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly submittingBody: string;
  readonly presenters: readonly string[];
  readonly presiderId: string | null;
  readonly presiderName: string | null;
  readonly isCollective: boolean;
  readonly plannedMinutes: number;
  readonly state: 'pending' | 'current' | 'visited' | 'withdrawn';
  readonly withdrawnReason: string | null;
  readonly addedAt: number | null;
  /** Finished intervals as the current item; the running one began at `currentSince`. */
  readonly spentMs: number;
  readonly currentSince: number | null;
  readonly paperOrder: readonly string[];
  readonly outcome: ItemOutcome | null;
  readonly conclusion: { readonly text: string; readonly at: number; readonly rev: number } | null;
  /** Person ids, in the content fetched by those entitled to a listed item; null for an item open to all. */
  readonly openTo: readonly string[] | null;
  /** A neutral line alone: its papers go round on paper (A10). */
  readonly isSecret: boolean;
};

/** Its place in the agenda and nothing else; the entitled fetch the content (`ListedItemContent`). */
export type ListedItemView = {
  readonly id: string;
  readonly isListed: true;
  readonly number: string;
  readonly parentId: string | null;
  readonly children: readonly string[];
};

export type PaperView = {
  readonly id: string;
  readonly itemId: string;
  /** Within its item, from 1; it stays when another paper is withdrawn (P9). */
  readonly number: number;
  readonly rev: number;
  readonly title: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly pages: number;
  readonly hasText: boolean;
  /** Came after publication: "bổ sung". */
  readonly isAddedLater: boolean;
  readonly addedAt: number;
  /** The newest version, from 1; the facts above are those of its file (P5). */
  readonly version: number;
  /** Every version, the oldest first. */
  readonly versions: readonly PaperVersionView[];
  /** How late the newest version came, once the meeting is published; null: in time (P8). */
  readonly late: Lateness | null;
  /** For some only: in no frame, and nothing of it stays on a device (P14). */
  readonly isRestricted: boolean;
};

export type PaperVersionView = {
  readonly version: number;
  readonly fileName: string;
  readonly bytes: number;
  readonly pages: number;
  readonly hasText: boolean;
  readonly addedAt: number;
};

/** Desk: all fields. Member: without `invitation`, `declineReason`, `joinedOnDevice`. Guest: name and capacity alone. */
export type ParticipantView = {
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
  readonly capacity: Capacity;
  readonly hasSeat: boolean;
  readonly isChairSeat: boolean;
  readonly status?: AttendanceStatus;
  readonly site?: string | null;
  readonly substitutesFor?: string | null;
  readonly arrivedAt?: number | null;
  readonly isLate?: boolean;
  readonly leftAt?: number | null;
  readonly invitation?: InvitationAnswer;
  readonly declineReason?: string | null;
  readonly joinedOnDevice?: boolean;
};

export type AttendanceCounts = {
  readonly invited: number;
  readonly present: number;
  readonly byMode: { readonly [mode in PresentMode]: number };
  readonly substitutes: number;
};

export type VoteView = OpenVoteView | ListedVoteView;

export type OpenVoteView = {
  readonly id: string;
  readonly itemId: string;
  readonly isListed: false;
  readonly round: number;
  readonly reason: string | null;
  readonly question: string;
  readonly choices: readonly Choice[];
  readonly phase: 'open' | 'closed' | 'published';
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly durationMs: number | null;
  readonly totalCount: number;
  readonly electorCount: number;
  readonly votedCount: number;
  /** Desk: who may vote. */
  readonly electors?: { readonly [personId: string]: true };
  /** Desk, before publication: who has voted and how it came in, never what. */
  readonly voted?: {
    readonly [personId: string]: { readonly source: BallotSource; readonly isConfirmed: boolean | null };
  };
  readonly result: VoteResultView | null;
};

/** A vote on a listed item, for desk and members; guests and the wall are not told of it. */
export type ListedVoteView = {
  readonly id: string;
  readonly itemId: string;
  readonly isListed: true;
  readonly round: number;
  readonly phase: 'open' | 'closed' | 'published';
  readonly electorCount: number;
  readonly votedCount: number;
};

/** Only after publication. */
export type VoteResultView = {
  readonly tally: Tally;
  readonly publishedAt: number;
  /** The article of the rule that decided (majority or tie) where the profile marks it confirmed; else null: "theo quy chế làm việc đã cấu hình". */
  readonly article: string | null;
  readonly tieReading: 'strict' | 'literal';
  /** Names beside choices, as an open vote is; desk and members. */
  readonly ballots?: {
    readonly [personId: string]: { readonly choice: Choice; readonly source: BallotSource };
  };
  /** Everybody in `base`, by seat. Who was present and has no ballot has not voted; the others were absent. */
  readonly members?: readonly {
    readonly personId: string;
    readonly name: string;
    readonly wasPresent: boolean;
  }[];
};

export type OwnBallot = {
  readonly choice: Choice;
  readonly at: number;
  readonly source: BallotSource;
  readonly isConfirmed: boolean | null;
};

/** What only this person is sent. Null for the device of the wall. */
export type PersonalView = {
  readonly personId: string;
  readonly name: string;
  readonly audience: Audience;
  readonly capacity: Capacity | null;
  readonly isPresiding: boolean;
  readonly status: AttendanceStatus | null;
  readonly site: string | null;
  readonly invitation: InvitationAnswer;
  /**
   * Listed items this person may see, and items open to all with restricted papers they may see; a changed value means:
   * fetch the content again.
   */
  readonly listed: { readonly [itemId: string]: string };
  /** What this person may do with papers they may see, where it is not everything. */
  readonly rights: { readonly [paperId: string]: PaperRight };
  /** Desk only: the rights given on papers, where any are. */
  readonly access: { readonly [paperId: string]: PaperAccess };
  readonly ballots: { readonly [voteId: string]: OwnBallot };
  /** Numbers of the paper copies this person holds now, by secret item. */
  readonly copies: { readonly [itemId: string]: readonly number[] };
  /** By the guards that decide the command itself: true, or the code of the refusal. */
  readonly may: { readonly [type in CommandType]?: true | string };
};

/** `GET /api/meetings/:meeting/items/:item`: the content of an item for one who may see it, with the papers they may see. */
export type ListedItemContent = {
  readonly item: OpenItemView;
  readonly papers: readonly PaperView[];
  readonly votes: readonly OpenVoteView[];
  /** For the desk, where the item is secret. */
  readonly copies?: readonly CopyEntry[];
};
