import fc from 'fast-check';
import type { StoredEvent } from '#kernel';
import type { Actor } from '#meeting';
import { beginnings, builders, type Dice, desks, dice, facts, people } from './any-command.ts';
import type { Command, CommandType } from './commands.ts';
import { decide } from './decide.ts';
import { actor, MINUTE, START } from './fixtures.ts';
import { evolve, initialSession, type SessionEvent, type SessionState } from './state.ts';

/** How often an order is tried; what makes a session go on comes more often than what ends it. */
const weights: { readonly [T in CommandType]?: number } = {
  StartMeeting: 4,
  PublishMeeting: 3,
  GoToItem: 8,
  UndoItemMove: 4,
  OpenVoting: 8,
  CastBallot: 14,
  RecordRaisedHand: 5,
  AnswerRaisedHand: 6,
  CloseVoting: 5,
  PublishResult: 6,
  CheckIn: 6,
  RecordReturned: 4,
  ResumeMeeting: 4,
  EndMeeting: 1,
  PostponeMeeting: 1,
  ConvertToDiscussion: 2,
  SetPaperAccess: 5,
};
const weighted = (Object.keys(builders) as CommandType[]).flatMap((type) =>
  Array<CommandType>(weights[type] ?? 2).fill(type),
);
const personal = new Set<CommandType>([
  'AnswerInvitation',
  'CheckIn',
  'JoinOnDevice',
  'CastBallot',
  'AnswerRaisedHand',
]);

export interface Order {
  readonly actor: Actor;
  readonly command: Command;
}

/** Some order in a state; by the desk that leads, mostly, or by anybody about themself. */
export function anyOrder(state: SessionState, d: Dice): Order {
  const type = d.pick(weighted);
  const lead = state.meeting.deskHolderId ?? 'clerk';
  const who = personal.has(type)
    ? d.pick(people)
    : d.pick([lead, lead, lead, ...desks, ...people, 'stranger']);
  return { actor: actor(who), command: builders[type](state, d) };
}

/** An order that is taken, if one of a few is; so that histories get somewhere. */
function someTaken(state: SessionState, d: Dice, minted: number): Order {
  let order = anyOrder(state, d);
  for (let tries = 0; tries < 5; tries++) {
    const ids = [`id${minted}`, `id${minted + 1}`];
    const decided = decide(state, order.command, { now: state.lastAt, actor: order.actor, ids, facts });
    if (decided.ok && decided.value.length > 0) return order;
    order = anyOrder(state, d);
  }
  return order;
}

export interface Run {
  readonly state: SessionState;
  /** The record as it would be stored: from its publication on, or the preparation. */
  readonly events: readonly StoredEvent[];
}

/** One order, taken or refused, as it was decided. */
export interface Step {
  readonly state: SessionState;
  readonly order: Order;
  readonly now: number;
  readonly ids: readonly string[];
}

export interface Watch {
  /** Before the order is decided. */
  readonly asked?: (step: Step) => void;
  /** After its events, if it was taken. */
  readonly taken?: (run: Run) => void;
}

/** Plays orders, one per seed, on a beginning. What was refused leaves no trace. */
export function play(beginning: string, seeds: readonly number[], watch: Watch = {}): Run {
  let state = initialSession();
  let events: StoredEvent[] = [];
  let minted = 0;
  const commit = (decided: readonly SessionEvent[], at: number, actorId: string) => {
    for (const event of decided) {
      if (event.type === 'MeetingPublished') events = [];
      const seq = events.length + 1;
      const data = JSON.parse(JSON.stringify(event)) as StoredEvent['data'];
      events.push({ seq, at, actorId, commandId: `c${seq}`, type: event.type, typeVersion: 1, data });
      state = evolve(state, data as unknown as SessionEvent, { seq, at, actorId });
    }
  };
  commit(beginnings[beginning] ?? [], START, 'clerk');
  watch.taken?.({ state, events });
  for (const seed of seeds) {
    const d = dice(seed);
    const order = someTaken(state, d, minted);
    const now = state.lastAt + d.pick([0, 1_000, 4_000, 9_000, 12_000, MINUTE, 7 * MINUTE]);
    const ids = [`id${minted++}`, `id${minted++}`];
    watch.asked?.({ state, order, now, ids });
    const decided = decide(state, order.command, { now, actor: order.actor, ids, facts });
    if (!decided.ok || decided.value.length === 0) continue;
    commit(decided.value, now, order.actor.personId);
    watch.taken?.({ state, events });
  }
  return { state, events };
}

/** Beginnings and seeds for `play`. */
export const plays = (maxLength: number) =>
  fc.record({
    beginning: fc.constantFrom(...Object.keys(beginnings)),
    seeds: fc.array(fc.integer(), { minLength: maxLength >> 2, maxLength, size: 'max' }),
  });

/** A state as plain JSON, for comparing: Maps and Sets in their order. */
export const plain = (state: SessionState): unknown =>
  JSON.parse(
    JSON.stringify(state, (_key, value: unknown) =>
      value instanceof Map ? [...value] : value instanceof Set ? { set: [...value] } : value,
    ),
  );
