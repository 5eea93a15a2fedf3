import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@hopso/shared/kernel';
import type { Actor, Facts } from '@hopso/shared/meeting';
import type { CommandAnswer } from '@hopso/shared/protocol';
import { type Command, decide, type SessionEvent, type SessionState } from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import type { Accepted, NewEvent, SeenCommand } from '#platform/event-log';

const IDS_PER_COMMAND = 2;

/** A command on its way to its verdict. */
export interface Order {
  readonly id: string;
  readonly command: Command;
  readonly actor: Actor;
  readonly facts: Facts;
}

/** What the same order has each time it is sent, and another one has not. */
export const bodyHashOf = ({ command }: Order): string =>
  createHash('sha256')
    .update(canonicalJson(command as unknown as Json))
    .digest('base64url');

/** What an order becomes on this state: an answer and, when it was accepted, what the log is to keep of it. */
export function decideOrder(
  state: SessionState,
  { id, command, actor, facts }: Order,
  bodyHash: string,
  { clock, newId }: { readonly clock: Clock; readonly newId: () => string },
): { readonly answer: CommandAnswer; readonly accepted: Accepted | null } {
  const at = Math.max(clock.now(), state.lastAt);
  const ids = creating.has(command.type) ? Array.from({ length: IDS_PER_COMMAND }, newId) : [];
  const decided = decide(state, command, { now: at, actor, ids, facts });
  if (!decided.ok) return { answer: { ok: false, problem: decided.error }, accepted: null };
  const events = decided.value;
  const publishes = events.some((event) => event.type === 'MeetingPublished');
  const answer = {
    ok: true as const,
    seq: publishes ? events.length : state.seq + events.length,
    at,
    events: events.length,
    created: createdBy(events),
  };
  const record = { id, actorId: actor.personId, bodyHash, answer };
  return { answer, accepted: { command: record, events: events.map((event) => newEvent(at, event)) } };
}

/** The first answer again, or `command/id-used` for another body or another person under the same id. */
export function repeatedAnswer(known: SeenCommand, { actor }: Order, bodyHash: string): CommandAnswer {
  const isSame = known.bodyHash === bodyHash && known.actorId === actor.personId;
  return isSame
    ? (known.answer as unknown as CommandAnswer)
    : { ok: false, problem: { code: 'command/id-used' } };
}

/** Event unions are closed types of JSON members; the log stores them as open ones. */
export const newEvent = (at: number, event: SessionEvent): NewEvent => ({
  at,
  data: event as unknown as NewEvent['data'],
});

const creating: ReadonlySet<string> = new Set(['AddItem', 'AddPaper', 'OpenVoting']);

function createdBy(events: readonly SessionEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'ItemAdded') return [event.item.id];
    if (event.type === 'PaperAdded') return [event.paper.id];
    return event.type === 'VotingOpened' ? [event.vote] : [];
  });
}
