import type { SystemRole } from '@hopso/shared/kernel';

/** Who is calling: a person through one sign-in. */
export interface Principal {
  /** Names the sign-in, not the cookie: safe to keep beside a socket and to log. */
  readonly sessionId: string;
  readonly personId: string;
  /** `unitId` null: for the whole installation. */
  readonly roles: readonly { readonly role: SystemRole; readonly unitId: string | null }[];
  /** Set when the person came in by a meeting code: nothing outside that meeting is open to this sign-in. */
  readonly meetingScope: string | null;
  readonly passwordChangeRequired: boolean;
  readonly expiresAt: number;
}

/** Who holds the sign-in that a Cookie header names; null when there is none, or no longer. */
export type Authenticate = (cookieHeader: string | undefined) => Promise<Principal | null>;

/** What the meetings know about a person. Unknown meetings and foreign ones answer false alike. */
export interface MeetingAccess {
  isParticipant(meetingId: string, personId: string): Promise<boolean> | boolean;
  /** Conducts this meeting: chair or secretary of it, or prepares it. */
  isDesk(meetingId: string, personId: string): Promise<boolean> | boolean;
}
