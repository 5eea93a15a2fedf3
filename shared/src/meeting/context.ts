/** A seat of a committee that was filled on the day asked for, with its holder as of that day. */
export interface SeatFact {
  readonly seatId: string;
  readonly title: string;
  /** The seat "Chủ tịch UBND": its holder's vote breaks a tie, whoever presides. */
  readonly isChair: boolean;
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
}

/** How a person is named in the record of that day. */
export interface PersonCard {
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
}

/** A file that was examined and stored before the command that refers to it. */
export interface UploadFact {
  readonly uploadId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly hasText: boolean;
}

export interface Actor extends PersonCard {
  /** Units whose meetings this person prepares as secretary. */
  readonly secretaryOfUnits: readonly string[];
}

/** What was looked up for one command. What is used is copied into the event: an old session keeps its names. */
export interface Facts {
  readonly seats?: readonly SeatFact[];
  readonly persons?: { readonly [personId: string]: PersonCard };
  readonly upload?: UploadFact;
  /** Whether the hall's rotating code sent along was right; absent when none was sent. */
  readonly hallCodeValid?: boolean;
  readonly profile?: import('./profile.ts').RuleProfile;
  /** What the profile and the seats were looked up for: an edit may have come in between (M5). */
  readonly announced?: Pick<import('./meeting.ts').MeetingInfo, 'kind' | 'hostUnitId' | 'startsAt'>;
  /** The text in work that a conclusion is taken from. */
  readonly draft?: { readonly rev: number; readonly text: string };
}

/** Everything that varies, as values: deciding the same command in the same context gives the same events. */
export interface Context {
  readonly now: number;
  readonly actor: Actor;
  /** Fresh ids, used in order. */
  readonly ids: readonly string[];
  readonly facts: Facts;
}
