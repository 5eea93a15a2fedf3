import { isItemOpenTo } from '#agenda';
import type { Rejection } from '#kernel';
import type { Actor } from '#meeting';
import type { Command, CommandType } from './commands.ts';
import { audienceOf, isAtDesk } from './standing.ts';
import type { SessionState } from './state.ts';

/**
 * Who may give a command.
 * `lead`: the desk that leads now, or who presides; `desk`: any desk; `self`: a participant, about themself.
 */
type Standing = 'lead' | 'desk' | 'self';

const standingFor: { readonly [T in CommandType]: Standing } = {
  EditMeeting: 'desk',
  PublishMeeting: 'desk',
  StartMeeting: 'lead',
  PauseMeeting: 'lead',
  ResumeMeeting: 'lead',
  EndMeeting: 'lead',
  PostponeMeeting: 'lead',
  ConvertToDiscussion: 'lead',
  HandOverChair: 'desk',
  TakeOverDesk: 'desk',
  AddItem: 'desk',
  EditItem: 'desk',
  MoveItem: 'desk',
  RemoveItem: 'desk',
  WithdrawItem: 'desk',
  GoToItem: 'lead',
  UndoItemMove: 'lead',
  AddParticipants: 'desk',
  AddCommittee: 'desk',
  RemoveParticipant: 'desk',
  ChangeCapacity: 'desk',
  AnswerInvitation: 'self',
  CheckIn: 'self',
  RecordAttendance: 'desk',
  RecordLeft: 'desk',
  RecordReturned: 'desk',
  JoinOnDevice: 'self',
  AddPaper: 'desk',
  AddPaperVersion: 'desk',
  RetitlePaper: 'desk',
  WithdrawPaper: 'desk',
  SetPaperAccess: 'desk',
  OpenVoting: 'lead',
  AdmitElector: 'desk',
  CastBallot: 'self',
  RecordRaisedHand: 'desk',
  AnswerRaisedHand: 'self',
  CloseVoting: 'lead',
  PublishResult: 'lead',
  RecordConclusion: 'desk',
  SetItemOutcome: 'desk',
  HandOutCopies: 'desk',
  CollectCopies: 'desk',
  CorrectCopy: 'desk',
};

/**
 * Null when the actor may give this command in this meeting.
 * Somebody with no part in it gets `not-found`, the same as for a meeting that does not exist.
 */
export function permissionRefusal(state: SessionState, command: Command, actor: Actor): Rejection | null {
  if (audienceOf(state, actor) === null) return { code: 'not-found' };
  const standing = standingRefusal(state, standingFor[command.type], actor);
  return standing ?? listedRefusal(state, command, actor);
}

/** What the standing of somebody with a part in the meeting says to a type of command, whatever the command names. */
export function standingRefusals(state: SessionState, actor: Actor): (type: CommandType) => Rejection | null {
  const refusals: { readonly [S in Standing]: Rejection | null } = {
    lead: standingRefusal(state, 'lead', actor),
    desk: standingRefusal(state, 'desk', actor),
    self: standingRefusal(state, 'self', actor),
  };
  return (type) => refusals[standingFor[type]];
}

function standingRefusal(state: SessionState, standing: Standing, actor: Actor): Rejection | null {
  if (standing === 'self') {
    return state.attendance.participants.has(actor.personId) ? null : { code: 'capacity/not-participant' };
  }
  if (!isAtDesk(state, actor)) return { code: 'capacity/not-desk' };
  return standing === 'lead' ? leadRefusal(state, actor) : null;
}

/** Two desks that both lead would fight over the item: the other one takes over first (meeting M11). */
function leadRefusal(state: SessionState, actor: Actor): Rejection | null {
  const { deskHolderId, deskHolderName, presidingId } = state.meeting;
  if (deskHolderId === null || deskHolderId === actor.personId || presidingId === actor.personId) return null;
  return { code: 'desk/held-by-other', params: { holderId: deskHolderId, holder: deskHolderName } };
}

/**
 * An item the actor may not see does not exist for them, nor its papers and votes, whatever the command wants of it
 * (agenda A3). Moving the session onto its place in the agenda is not among these: the place is everybody's.
 */
function listedRefusal(state: SessionState, command: Command, actor: Actor): Rejection | null {
  const named = itemNamedBy(state, command);
  if (named === null) return null;
  // What does not exist is refused here too, before any other rule: its answer must not differ from a hidden one's.
  const isSeen = named.itemId !== undefined && isItemOpenTo(state.agenda, named.itemId, actor.personId);
  return isSeen ? null : { code: `${named.by}/unknown` };
}

interface Named {
  /** Undefined where what is named does not exist. */
  readonly itemId: string | undefined;
  readonly by: 'item' | 'paper' | 'voting';
}

/** The item a command is about; null where it names none. */
function itemNamedBy(state: SessionState, command: Command): Named | null {
  if ('item' in command) return { itemId: command.item, by: 'item' };
  if ('paper' in command) return { itemId: state.paper.papers.get(command.paper)?.itemId, by: 'paper' };
  if ('vote' in command) return { itemId: state.voting.votes.get(command.vote)?.itemId, by: 'voting' };
  return null;
}
