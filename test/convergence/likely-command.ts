import { paperRights } from '@hopso/shared/paper';
import type { Command, SessionState } from '@hopso/shared/session';
import { everybody, guest, itemContent, seatHolders, secretary } from '../support/committee.ts';
import type { Random } from '../support/random.ts';

export interface Given {
  readonly by: string;
  readonly command: Command;
}

/** Texts in work, as the secretary's conclusion names them. */
export type Drafts = Map<string, { rev: number; text: string }>;

const choices = ['approve', 'disapprove', 'abstain'] as const;

/**
 * Something somebody might do now. Mostly accepted, sometimes refused: both are part of a meeting.
 * Often it concerns one of `watched`.
 */
export function likelyCommand(
  random: Random,
  state: SessionState,
  drafts: Drafts,
  watched: readonly string[],
): Given {
  const acts = [...common, ...(actsOf[state.meeting.phase] ?? [])];
  for (let tries = 0; tries < 8; tries += 1) {
    const given = random.pick(acts)(random, state, { drafts, watched });
    if (given !== null) return given;
  }
  return { by: secretary, command: { type: 'AddCommittee' } };
}

interface Around {
  readonly drafts: Drafts;
  readonly watched: readonly string[];
}
type Act = (random: Random, state: SessionState, around: Around) => Given | null;

const desk = (command: Command): Given => ({ by: secretary, command });
const itemsOf = (state: SessionState) => [...state.agenda.items.values()];
const votesOf = (state: SessionState) => [...state.voting.votes.values()];
const pickOrNull = <T>(random: Random, from: readonly T[]): T | null =>
  from.length === 0 ? null : random.pick(from);
const title = (random: Random) => `Nội dung ${random.below(1_000)}`;

/** Open to all, or to a list that holds its author and some others. */
function openTo(random: Random, state: SessionState): 'all' | string[] {
  if (random.chance(0.5)) return 'all';
  const others = [...state.attendance.participants.keys()].filter(
    (id) => id !== secretary && random.chance(0.4),
  );
  return [secretary, ...others];
}

const addItem: Act = (random, state) => {
  const parent = random.chance(0.3)
    ? pickOrNull(
        random,
        itemsOf(state).filter(({ parentId }) => parentId === null),
      )
    : null;
  const content = itemContent(title(random), {
    openTo: openTo(random, state),
    isCollective: random.chance(0.3),
  });
  return desk({
    type: 'AddItem',
    parentId: parent?.id ?? null,
    before: null,
    content,
    consent: 'Chủ tịch đồng ý',
  });
};

const editItem: Act = (random, state) => {
  const item = pickOrNull(random, itemsOf(state));
  if (item === null) return null;
  const changes = random.chance(0.5) ? { openTo: openTo(random, state) } : { title: title(random) };
  return desk({ type: 'EditItem', item: item.id, rev: item.rev, changes });
};

const moveItem: Act = (random, state) => {
  const item = pickOrNull(random, itemsOf(state));
  const before = pickOrNull(random, [...state.agenda.order, null]);
  if (item === null) return null;
  return desk({ type: 'MoveItem', item: item.id, rev: item.rev, parentId: null, before, consent: 'Đồng ý' });
};

const addPaper: Act = (random, state) => {
  const item = pickOrNull(random, itemsOf(state));
  if (item === null) return null;
  return desk({
    type: 'AddPaper',
    item: item.id,
    upload: `tep-${random.below(1_000)}`,
    title: title(random),
  });
};

const changePaper: Act = (random, state) => {
  const paper = pickOrNull(random, [...state.paper.papers.values()]);
  if (paper === null) return null;
  const named = { paper: paper.id, rev: paper.rev };
  if (random.chance(0.4)) {
    const right = () => random.pick(paperRights);
    const groups = {
      ...{ member: right(), substitute: right(), presenter: right(), guest: right(), observer: right() },
    };
    return desk({
      type: 'SetPaperAccess',
      ...named,
      access: random.chance(0.2) ? null : { groups, exceptions: {} },
    });
  }
  return desk(
    random.chance(0.7)
      ? { type: 'RetitlePaper', ...named, title: title(random) }
      : { type: 'WithdrawPaper', ...named, reason: 'Thay bản khác' },
  );
};

/** One of those who look on, more often than not. */
const somebody = (random: Random, { watched }: Around): string =>
  random.chance(0.7) ? random.pick(watched) : random.pick(everybody);

const changeCapacity: Act = (random, state, around) => {
  const person = state.attendance.participants.get(somebody(random, around));
  if (person === undefined || person.personId === secretary) return null;
  const to = random.pick(['member', 'guest', 'secretary', 'observer', 'presenter'] as const);
  return desk({ type: 'ChangeCapacity', person: person.personId, from: person.capacity, to });
};

const removeOrAdd: Act = (random, state, around) => {
  const person = somebody(random, around);
  if (person === secretary) return null;
  if (state.attendance.participants.has(person)) return desk({ type: 'RemoveParticipant', person });
  const capacity = seatHolders.includes(person) ? 'member' : random.pick(['guest', 'presenter'] as const);
  return desk({ type: 'AddParticipants', participants: [{ personId: person, capacity }] });
};

const takeOver: Act = (random, state) => ({
  by: random.pick(everybody),
  command: { type: 'TakeOverDesk', from: state.meeting.deskHolderId },
});

const joinOnDevice: Act = (random, _, around) => ({
  by: somebody(random, around),
  command: { type: 'JoinOnDevice', device: 'Máy tính bảng' },
});

const recordAttendance: Act = (random, state) => {
  const person = pickOrNull(random, [...state.attendance.participants.values()]);
  if (person === null) return null;
  const { personId } = person;
  if (person.status === 'left')
    return desk({ type: 'RecordReturned', person: personId, mode: random.pick(['room', 'online']) });
  if (random.chance(0.3)) return desk({ type: 'RecordLeft', person: personId });
  // Mostly present, so that the quorum holds and votes can be opened.
  const to = random.chance(0.8) ? random.pick(['room', 'online'] as const) : 'excused';
  return desk({ type: 'RecordAttendance', person: personId, from: person.status, to });
};

const checkIn: Act = (random, _, around) => ({
  by: somebody(random, around),
  command: { type: 'CheckIn', mode: 'online' },
});

const goToItem: Act = (random, state) => {
  const item = pickOrNull(random, itemsOf(state));
  if (item === null) return null;
  return desk({ type: 'GoToItem', from: state.agenda.currentId, to: item.id });
};

const undoMove: Act = (_, state) =>
  state.agenda.lastMove === null ? null : desk({ type: 'UndoItemMove', of: state.agenda.lastMove.seq });

const openVoting: Act = (_, state) => {
  const item = state.agenda.currentId;
  if (item === null) return null;
  const round = votesOf(state).filter(({ itemId }) => itemId === item).length + 1;
  return desk({
    type: 'OpenVoting',
    item,
    round,
    question: 'Thông qua?',
    reason: round > 1 ? 'Biểu quyết lại' : null,
    durationMs: null,
  });
};

const castBallot: Act = (random, state) => {
  const vote = votesOf(state).at(-1);
  if (vote === undefined) return null;
  const person = pickOrNull(random, [...vote.electors]);
  if (person === null) return null;
  const named = { vote: vote.id, round: vote.round, choice: random.pick(choices) };
  return random.chance(0.8)
    ? { by: person, command: { type: 'CastBallot', ...named, replaces: 'clerk' } }
    : desk({ type: 'RecordRaisedHand', ...named, person, replaces: 'tablet' });
};

const answerRaisedHand: Act = (random, state) => {
  const vote = votesOf(state).at(-1);
  const person = vote && pickOrNull(random, [...vote.ballots.keys()]);
  if (vote === undefined || person == null) return null;
  return { by: person, command: { type: 'AnswerRaisedHand', vote: vote.id, isRight: random.chance(0.5) } };
};

const closeOrPublish: Act = (_, state) => {
  const vote = votesOf(state).find(({ phase }) => phase !== 'published');
  if (vote === undefined) return null;
  const type = vote.phase === 'open' ? 'CloseVoting' : 'PublishResult';
  return desk({ type, vote: vote.id, round: vote.round });
};

const conclude: Act = (random, state, { drafts }) => {
  const item = pickOrNull(random, itemsOf(state));
  if (item === null) return null;
  if (random.chance(0.4)) {
    const from = state.decision.outcomes.get(item.id)?.outcome ?? null;
    return desk({ type: 'SetItemOutcome', item: item.id, from, outcome: random.pick(['noted', 'deferred']) });
  }
  const draft = { rev: (drafts.get(item.id)?.rev ?? 0) + 1, text: `Kết luận ${random.below(1_000)}` };
  drafts.set(item.id, draft);
  return desk({ type: 'RecordConclusion', item: item.id, draftRev: draft.rev, text: draft.text });
};

const handOver: Act = (random, state) => {
  const to = random.pick([...seatHolders]);
  return desk({ type: 'HandOverChair', from: state.meeting.presidingId ?? to, to });
};

const answerInvitation: Act = (random) => ({
  by: random.pick([...seatHolders, guest]),
  command: { type: 'AnswerInvitation', answer: 'declined', reason: 'Bận họp' },
});

const withdrawItem: Act = (random, state) => {
  const item = pickOrNull(random, itemsOf(state));
  if (item === null || itemsOf(state).length < 3) return null;
  const why = { reason: 'Chưa đủ hồ sơ', consent: 'Chủ tịch đồng ý' };
  return desk({ type: 'WithdrawItem', item: item.id, rev: item.rev, ...why });
};

const simply =
  (type: 'PublishMeeting' | 'StartMeeting' | 'PauseMeeting' | 'ResumeMeeting'): Act =>
  () =>
    desk({ type });

const common: readonly Act[] = [
  addItem,
  editItem,
  editItem,
  moveItem,
  addPaper,
  changePaper,
  changeCapacity,
  removeOrAdd,
  takeOver,
];

const actsOf: { readonly [phase in SessionState['meeting']['phase']]?: readonly Act[] } = {
  draft: [simply('PublishMeeting'), simply('PublishMeeting')],
  published: [
    simply('StartMeeting'),
    simply('StartMeeting'),
    recordAttendance,
    recordAttendance,
    checkIn,
    answerInvitation,
    handOver,
  ],
  inSession: [
    ...Array.from({ length: 8 }, () => castBallot),
    openVoting,
    openVoting,
    openVoting,
    answerRaisedHand,
    closeOrPublish,
    closeOrPublish,
    goToItem,
    goToItem,
    undoMove,
    recordAttendance,
    recordAttendance,
    checkIn,
    conclude,
    handOver,
    withdrawItem,
    joinOnDevice,
    simply('PauseMeeting'),
  ],
  paused: [simply('ResumeMeeting'), simply('ResumeMeeting'), recordAttendance, conclude],
};
