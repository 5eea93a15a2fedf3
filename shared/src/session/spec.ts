import { expect } from 'vitest';
import type { Json, Rejection, Result } from '#kernel';
import type { Actor, Context } from '#meeting';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { actor, START } from './fixtures.ts';
import { evolve, initialSession, type SessionEvent, type SessionState } from './state.ts';

/** An event with its time and its author; a bare event happens at the same moment as the one before it, by the desk. */
export interface Happened {
  readonly at: number;
  readonly by?: string;
  readonly event: SessionEvent;
}
export type History = readonly (SessionEvent | Happened)[];

/** Events that happen so many milliseconds after the announced start. */
export const after = (ms: number, ...events: readonly SessionEvent[]): Happened[] =>
  events.map((event) => ({ at: START + ms, event }));

/** The state after a history. Publication begins the record, and its numbers, anew. */
export function stateAfter(history: History, from: SessionState = initialSession()): SessionState {
  return history.reduce<SessionState>((state, happened) => {
    const {
      at,
      by = 'clerk',
      event,
    } = 'event' in happened ? happened : { at: state.lastAt || START, event: happened };
    const seq = event.type === 'MeetingPublished' ? 1 : state.seq + 1;
    return evolve(state, event, { seq, at, actorId: by });
  }, from);
}

/** Given a history, when somebody gives a command, then these events follow, or it is refused. */
export function given(...history: History) {
  const state = stateAfter(history);
  const when = (who: string | Actor, command: Command, context: Partial<Omit<Context, 'actor'>> = {}) => {
    const { now = state.lastAt || START, ids = ['new-1', 'new-2'], facts } = context;
    const result: Result<readonly SessionEvent[]> = decide(state, command, {
      now,
      ids,
      actor: typeof who === 'string' ? actor(who) : who,
      facts: { seats: state.meeting.seats, ...facts },
    });
    const refused = (code: string, params?: Rejection['params']) =>
      expect(result).toEqual({
        ok: false,
        error: params === undefined ? expect.objectContaining({ code }) : { code, params },
      });
    return {
      result,
      // biome-ignore lint/suspicious/noThenProperty: reads as given–when–then; nothing here is awaited
      then: (events: readonly SessionEvent[]) => expect(result).toEqual({ ok: true, value: events }),
      refused,
      /** Refused because what the command names as seen no longer holds; `current` is what does. */
      stale: (current: Json) => refused('stale', { current }),
    };
  };
  return { state, when };
}
