export {
  type Command,
  type CommandOf,
  type CommandType,
  commandSchema,
  commandSchemas,
  commandTypes,
} from './commands.ts';
export { decide } from './decide.ts';
export { project } from './project.ts';
export { projectListedItem, projectMine } from './project-mine.ts';
export { type RefusalCode, refusalCodes } from './refusals.ts';
export { type Audience, audienceOf, audiences, isAtDesk, isEntitled } from './standing.ts';
export {
  evolve,
  fold,
  initialSession,
  type PublishedEvent,
  type SessionEvent,
  type SessionState,
} from './state.ts';
export type {
  AttendanceCounts,
  ItemView,
  ListedItemContent,
  ListedItemView,
  ListedVoteView,
  MeetingHeader,
  MeetingView,
  OpenItemView,
  OpenVoteView,
  OwnBallot,
  PaperView,
  ParticipantView,
  PersonalView,
  QuorumView,
  VoteResultView,
  VoteView,
} from './view.ts';
