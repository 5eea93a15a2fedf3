import { z } from 'zod';

const meeting = z.string().min(1).max(64);
const person = z.string().min(1).max(64);
const paper = z.string().min(1).max(64);
const count = z.int().min(1).max(100_000);
/** A coordinate of a page in its own points (PDF user space, y upwards). */
const coordinate = z.number().min(-100_000).max(100_000);

const place = z.strictObject({
  paper,
  version: count,
  /** From 1. */
  page: count,
  /** The height that is in sight; null: the page's beginning. */
  y: coordinate.nullable(),
});

/** What is sent for leading pages (X14–X19). */
export const followingMessages = {
  /** Who leads pages: the sender, nobody any more, or (from the desk) somebody who may from now on. Answered. */
  leader: z.strictObject({ meeting, person: person.nullable() }),
  /** The place the leader is at; answered by nothing. */
  lead: z.strictObject({ meeting, place }),
  /** Where the leader points on the page that is led to; volatile, answered by nothing. */
  pointer: z.strictObject({ meeting, at: z.strictObject({ x: coordinate, y: coordinate }).nullable() }),
} as const;

/** How often a leader may point, and turn pages, in messages a second; what is more is dropped. */
export const POINTERS_PER_SECOND = 10;
export const LEADS_PER_SECOND = 10;

/** A place in a paper that readers are led to. */
export type LedPlace = z.infer<typeof place>;

/** Who leads and where; sent to those who may see the paper, and whole to whoever joins. */
export interface LedView {
  readonly meeting: string;
  /** Null on the wall, and while nobody leads. */
  readonly leader: { readonly personId: string; readonly name: string } | null;
  /** Whom the desk has asked to lead the item in hand. */
  readonly namedId: string | null;
  /** Null while nothing is led to, or nothing this reader may see. */
  readonly place: LedPlace | null;
}

/** Where the leader points; null when they no longer do. */
export interface PointerView {
  readonly meeting: string;
  readonly paper: string;
  readonly page: number;
  readonly at: { readonly x: number; readonly y: number } | null;
}
