import { agendaGuards, isItemOpenTo, numberedItems } from '#agenda';
import { attendanceGuards } from '#attendance';
import { copiesGuards } from '#copies';
import { decisionGuards } from '#decision';
import type { Rejection } from '#kernel';
import { type Actor, meetingGuards } from '#meeting';
import { type Paper, type PaperAccess, type PaperRight, paperGuards } from '#paper';
import { type Vote, votesOn, votingGuards } from '#voting';
import { type CommandType, commandTypes } from './commands.ts';
import {
  agendaReads,
  attendanceReads,
  copiesReads,
  decisionReads,
  meetingReads,
  paperReads,
  votingReads,
} from './decide.ts';
import { isRestrictedPaper, papersFor, rightOf } from './paper-right.ts';
import { standingRefusals } from './permissions.ts';
import { openItem, paperView } from './project-agenda.ts';
import { copiesHeldBy, registerOf } from './project-copies.ts';
import { openVote } from './project-votes.ts';
import { audienceOf, isAtDesk, isEntitled } from './standing.ts';
import type { SessionState } from './state.ts';
import type { ListedItemContent, OwnBallot, PersonalView } from './view.ts';

/** What only this person is sent: own ballots, capacities, and what they may do now. Null for a stranger. */
export function projectMine(state: SessionState, actor: Actor): PersonalView | null {
  const audience = audienceOf(state, actor);
  if (audience === null) return null;
  const participant = state.attendance.participants.get(actor.personId);
  return {
    personId: actor.personId,
    name: participant?.name ?? actor.name,
    audience,
    capacity: participant?.capacity ?? null,
    isPresiding: state.meeting.presidingId === actor.personId,
    status: participant?.status ?? null,
    site: participant?.site ?? null,
    invitation: participant?.invitation ?? 'none',
    listed: listedFor(state, actor),
    rights: rightsFor(state, actor),
    access: audience === 'desk' ? accessFor(state, actor) : {},
    ballots: ballotsOf(state, actor.personId),
    copies: copiesHeldBy(state, actor.personId),
    may: permissionsOf(state, actor),
  };
}

function listedFor(state: SessionState, actor: Actor): PersonalView['listed'] {
  const listed: { [itemId: string]: string } = {};
  const atDesk = isAtDesk(state, actor);
  for (const { item } of numberedItems(state.agenda)) {
    if (!isEntitled(state, actor, item.id)) continue;
    const isListed = item.openTo !== 'all';
    const papers = papersFor(state, item.id, actor).filter((paper) => isRestrictedPaper(state, paper));
    if (isListed) listed[item.id] = revisionOf(state, item.id, papers, atDesk);
    else if (papers.length > 0) listed[item.id] = marksOf(papers).join(' ');
  }
  return listed;
}

const marksOf = (papers: readonly Paper[]): string[] => papers.map((paper) => `${paper.id}:${paper.rev}`);

function rightsFor(state: SessionState, actor: Actor): PersonalView['rights'] {
  const rights: { [paperId: string]: PaperRight } = {};
  for (const paper of state.paper.papers.values()) {
    if (paper.access === null || paper.withdrawn !== null) continue;
    const right = rightOf(state, paper, actor);
    if (right !== 'none' && right !== 'print') rights[paper.id] = right;
  }
  return rights;
}

function accessFor(state: SessionState, actor: Actor): PersonalView['access'] {
  const given: { [paperId: string]: PaperAccess } = {};
  for (const { id, itemId, access, withdrawn } of state.paper.papers.values())
    if (access !== null && withdrawn === null && isEntitled(state, actor, itemId)) given[id] = access;
  return given;
}

/** Changes whenever the content of a listed item does. */
function revisionOf(state: SessionState, itemId: string, shown: readonly Paper[], atDesk: boolean): string {
  const item = state.agenda.items.get(itemId);
  const papers = marksOf(shown);
  const votes = votesOn(state.voting, itemId).map((vote) => `${vote.id}:${vote.phase}`);
  const conclusion = state.decision.conclusions.get(itemId)?.rev ?? 0;
  const outcome = state.decision.outcomes.get(itemId)?.outcome ?? '';
  const copies = state.copies.registers.get(itemId)?.rev ?? 0;
  const steps = [item?.rev, item?.currentSince, item?.spentMs, conclusion, outcome];
  return [...steps, ...papers, ...votes, ...(atDesk && copies > 0 ? [`c${copies}`] : [])].join(' ');
}

function ballotsOf(state: SessionState, personId: string): PersonalView['ballots'] {
  const ballots: { [voteId: string]: OwnBallot } = {};
  for (const vote of state.voting.votes.values()) {
    const own = vote.ballots.get(personId);
    if (own !== undefined)
      ballots[vote.id] = { choice: own.choice, at: own.at, source: own.source, isConfirmed: own.isConfirmed };
  }
  return ballots;
}

/** Commands whose guard depends on the state; the others depend on the standing alone. */
function permissionsOf(state: SessionState, actor: Actor): PersonalView['may'] {
  const may: { [type in CommandType]?: true | string } = {};
  const guards = guardsOf(state, actor);
  const standingOf = standingRefusals(state, actor);
  for (const type of commandTypes) {
    const standing = standingOf(type);
    if (standing?.code === 'capacity/not-desk') continue;
    const refusal = standing ?? guards[type]?.() ?? null;
    may[type] = refusal === null ? true : refusal.code;
  }
  return may;
}

type Guard = () => Rejection | null;
type Guards = { readonly [type in CommandType]?: Guard };

const guardsOf = (state: SessionState, actor: Actor): Guards => ({
  ...meetingGuardsOf(state),
  ...preparationGuardsOf(state),
  ...attendanceGuardsOf(state),
  ...votingGuardsOf(state, actor),
});

function meetingGuardsOf(state: SessionState): Guards {
  const { meeting } = state;
  const { seats } = meeting;
  const reads = meetingReads(state);
  return {
    EditMeeting: () => meetingGuards.edit(meeting),
    PublishMeeting: () => meetingGuards.publish(meeting, reads),
    StartMeeting: () => meetingGuards.start(meeting, reads, seats),
    PauseMeeting: () => meetingGuards.pause(meeting, reads),
    ResumeMeeting: () => meetingGuards.resume(meeting),
    EndMeeting: () => meetingGuards.end(meeting, reads),
    PostponeMeeting: () => meetingGuards.postpone(meeting),
    ConvertToDiscussion: () => meetingGuards.convert(meeting, reads, seats),
    HandOverChair: () => meetingGuards.handOver(meeting),
    TakeOverDesk: () => meetingGuards.takeOver(meeting),
  };
}

/** Items, papers, conclusions. Times are left out: the screens count them down by the server's clock. */
function preparationGuardsOf(state: SessionState): Guards {
  const { agenda } = state;
  const reads = agendaReads(state);
  const editable: Guard = () => agendaGuards.edit(reads);
  const layable: Guard = () => paperGuards.change(paperReads(state));
  const handing: Guard = () => copiesGuards.handOut(copiesReads(state));
  const collecting: Guard = () => copiesGuards.collect(copiesReads(state));
  const sitting: Guard = () => decisionGuards.record(decisionReads(state));
  return {
    AddItem: editable,
    EditItem: editable,
    MoveItem: editable,
    RemoveItem: () => agendaGuards.remove(reads),
    WithdrawItem: () => agendaGuards.withdraw(reads),
    GoToItem: () => agendaGuards.goTo(reads),
    UndoItemMove: () => agendaGuards.undo(agenda, agenda.lastMove?.at ?? 0),
    AddPaper: layable,
    AddPaperVersion: layable,
    RetitlePaper: layable,
    WithdrawPaper: layable,
    SetPaperAccess: layable,
    RecordConclusion: sitting,
    SetItemOutcome: sitting,
    HandOutCopies: handing,
    CollectCopies: collecting,
    CorrectCopy: collecting,
  };
}

function attendanceGuardsOf(state: SessionState): Guards {
  const reads = attendanceReads(state);
  const changeable: Guard = () => attendanceGuards.change(reads);
  const recordable: Guard = () => attendanceGuards.record(reads);
  return {
    AddParticipants: changeable,
    AddCommittee: changeable,
    RemoveParticipant: changeable,
    ChangeCapacity: changeable,
    AnswerInvitation: () => attendanceGuards.answer(reads),
    CheckIn: () => attendanceGuards.checkIn(reads, Number.MAX_SAFE_INTEGER),
    RecordAttendance: recordable,
    RecordLeft: recordable,
    RecordReturned: recordable,
  };
}

/** A vote on an item the actor may not see is none to them. */
function votingGuardsOf(state: SessionState, actor: Actor): Guards {
  const { agenda, voting, meeting } = state;
  const isSeen = (vote: Vote) => isItemOpenTo(agenda, vote.itemId, actor.personId);
  const votes = [...voting.votes.values()].filter(isSeen);
  const vote = votes.find(({ phase }) => phase === 'open');
  const none: Rejection = { code: 'voting/none-open' };
  const anyOpen: Guard = () => (vote === undefined ? none : null);
  const current = agenda.currentId;
  return {
    OpenVoting: () => {
      if (current === null) return { code: 'voting/not-current-item' };
      if (!isItemOpenTo(agenda, current, actor.personId)) return { code: 'item/unknown' };
      return votingGuards.open(voting, votingReads(state), current, meeting.seats);
    },
    AdmitElector: anyOpen,
    CastBallot: () => (vote === undefined ? none : votingGuards.cast(vote, actor.personId)),
    RecordRaisedHand: anyOpen,
    AnswerRaisedHand: () => {
      const refusals = votes.map((each) => votingGuards.answer(each, actor.personId));
      return refusals.includes(null) ? null : { code: 'voting/no-raised-hand' };
    },
    CloseVoting: anyOpen,
    PublishResult: () =>
      votes.some(({ phase }) => phase === 'closed') ? null : { code: 'voting/nothing-to-publish' },
  };
}

/** The content of an item with the papers this person may see; null for an item they may not see, and for unknown ones. */
export function projectListedItem(
  state: SessionState,
  actor: Actor,
  itemId: string,
): ListedItemContent | null {
  const audience = audienceOf(state, actor);
  const entry = numberedItems(state.agenda).find(({ item }) => item.id === itemId);
  if (audience === null || entry === undefined || !isEntitled(state, actor, itemId)) return null;
  const papers = papersFor(state, itemId, actor);
  return {
    item: openItem(state, entry.item, entry.number, papers),
    papers: papers.map((paper) => paperView(state, paper)),
    votes: votesOn(state.voting, itemId).map((vote) => openVote(vote, audience, state.meeting.profile)),
    ...(audience === 'desk' ? { copies: registerOf(state, itemId) } : {}),
  };
}
