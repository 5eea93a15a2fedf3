export { type VotingCommand, votingCommandSchemas } from './commands.ts';
export { decideVoting, type VotingReads, votingGuards } from './decide.ts';
export { type Count, presentAt, type Tally, tally, type VerdictReason, verdict } from './tally.ts';
export {
  type Ballot,
  type BallotSource,
  evolveVoting,
  initialVoting,
  isVotingNow,
  type Vote,
  type VotingEvent,
  type VotingState,
  votesOn,
} from './voting.ts';
