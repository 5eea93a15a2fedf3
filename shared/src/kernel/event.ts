import type { Json } from './json.ts';

/** What an event says, without its envelope. Name and meaning of a type never change. */
export interface EventData {
  readonly type: string;
  readonly [key: string]: Json;
}

/** An event as a reader of the log gets it. `data` is null when its details were erased; the chain stays whole. */
export interface StoredEvent {
  readonly seq: number;
  /** Epoch milliseconds; never smaller than that of the event before it in the same meeting. */
  readonly at: number;
  readonly actorId: string;
  readonly commandId: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly data: EventData | null;
}

/** What `evolve` may know of an envelope: when, who, and its place in the order. */
export interface EventMeta {
  readonly seq: number;
  readonly at: number;
  readonly actorId: string;
}
