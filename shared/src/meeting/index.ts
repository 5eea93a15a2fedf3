export {
  id,
  instant,
  line,
  type MeetingCommand,
  meetingCommandSchemas,
  type NewMeeting,
  newMeetingSchema,
  optionalLine,
  prose,
  visibleText,
} from './commands.ts';
export type { Actor, Context, Facts, PersonCard, SeatFact, UploadFact } from './context.ts';
export {
  createMeeting,
  deleteMeeting,
  getHallCode,
  getListedItem,
  getResult,
  getResultTable,
  getScreen,
  getSeenBy,
  getSnapshot,
  type ListedMeeting,
  listMeetings,
  postCommand,
} from './contract.ts';
export { decideMeeting, type MeetingReads, meetingGuards } from './decide.ts';
export {
  announcedRefusal,
  decidesByVote,
  evolveMeeting,
  type Gathering,
  gatheringOf,
  initialMeeting,
  type MeetingEvent,
  type MeetingForm,
  type MeetingInfo,
  type MeetingKind,
  type MeetingState,
  meetingForms,
  meetingKinds,
  type Phase,
} from './meeting.ts';
export { type Lateness, latenessOf } from './papers-due.ts';
export { type PresidingTerm, presidingTerms } from './presiding.ts';
export {
  type Choice,
  choices,
  committeeProfiles,
  discussionProfile,
  type LegalSource,
  profileOn,
  type RuleProfile,
} from './profile.ts';
