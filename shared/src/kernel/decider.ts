import type { EventMeta } from './event.ts';
import type { Result } from './result.ts';

/**
 * One slice of the record: how it starts, what an event changes, and what a command may do.
 * All three are pure: time, actor, fresh ids and facts arrive in the context.
 */
export interface Decider<State, Command, Event, Context> {
  readonly initialState: () => State;
  /** Never refuses: what was accepted once is history. The state belongs to the caller and may be changed in place. */
  readonly evolve: (state: State, event: Event, meta: EventMeta) => State;
  readonly decide: (state: State, command: Command, context: Context) => Result<readonly Event[]>;
}

/** A union that was handled to its end; a new member becomes a compile error here. */
export function exhausted(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
