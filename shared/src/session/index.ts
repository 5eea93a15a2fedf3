export {
  type Command,
  type CommandOf,
  type CommandType,
  commandSchema,
  commandSchemas,
  commandTypes,
} from './commands.ts';
export { decide } from './decide.ts';
export { grantsLeading, type LeadingScene, mayLeadPages, type PageLeader } from './leading.ts';
export { isRestrictedPaper, papersFor, rightOf } from './paper-right.ts';
export { project } from './project.ts';
export { type ItemSeen, type PaperSeen, projectAs, type SeenBy } from './project-as.ts';
export { projectListedItem, projectMine } from './project-mine.ts';
export { type PackContents, type PackItem, type PackPaper, projectPack } from './project-pack.ts';
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
