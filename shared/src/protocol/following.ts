import { z } from 'zod';
import type { InkPoint } from '#annotation';
import type { Rejection } from '#kernel';
import { LONGEST_PAGE_LABEL, presentedInkLimits } from './limits.ts';

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
  /** What is printed on the page where that is another number: the wall has no words to look it up in. */
  label: z.string().min(1).max(LONGEST_PAGE_LABEL).nullable().optional(),
});

/** x, y in the page's own points; pressure from 0 to 1. */
const inkPoint = z.tuple([coordinate, coordinate, z.number().min(0).max(1)]);

/** What is sent for leading pages (X14–X24). */
export const followingMessages = {
  /** Who leads pages: the sender, nobody any more, or (from the desk) somebody who may from now on. Answered. */
  leader: z.strictObject({ meeting, person: person.nullable() }),
  /** The place the leader is at; answered by nothing. */
  lead: z.strictObject({ meeting, place }),
  /** Where the leader points on the page that is led to; volatile, answered by nothing. */
  pointer: z.strictObject({ meeting, at: z.strictObject({ x: coordinate, y: coordinate }).nullable() }),
  /**
   * A piece of a stroke the leader draws on the paper that is led to. `from`: how many points came before. Answered
   * with how many there are now, so a piece that is sent twice counts once, and a lost one is sent again.
   */
  ink: z.strictObject({
    meeting,
    paper,
    version: count,
    page: count,
    stroke: z.uuid(),
    isPressureMeasured: z.boolean(),
    from: z.int().min(0).max(presentedInkLimits.stroke),
    points: z.array(inkPoint).max(presentedInkLimits.message),
    /** The pen is up: nothing follows. */
    isDone: z.boolean(),
  }),
  /** Takes the leader's last stroke on a version back. Answered. */
  inkUndo: z.strictObject({ meeting, paper, version: count }),
} as const;

/** How often a leader may point, and turn pages, in messages a second; what is more is dropped. */
export const POINTERS_PER_SECOND = 10;
export const LEADS_PER_SECOND = 10;
/** Pieces of a stroke a second; a leader who is faster is asked to wait. */
export const INKS_PER_SECOND = 20;

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

/** A stroke of the presenter's pen, as far as it is known; always of one colour and width. */
export interface PresentedStroke {
  readonly id: string;
  /** From 1. */
  readonly page: number;
  readonly isPressureMeasured: boolean;
  /** x, y in the page's own points; pressure from 0 to 1. */
  readonly points: readonly InkPoint[];
}

/** What was drawn on a version of a paper and is neither kept nor dropped; without strokes there is nothing (left). */
export interface InkView {
  readonly meeting: string;
  readonly paper: string;
  readonly version: number;
  readonly strokes: readonly PresentedStroke[];
}

/** What has come to a stroke; its points go after the first `from` ones. */
export interface InkPart extends Omit<InkView, 'strokes'> {
  readonly stroke: PresentedStroke;
  readonly from: number;
}

/** `have`: points of the stroke that have arrived. */
export type InkAnswer =
  | { readonly ok: true; readonly have: number }
  | { readonly ok: false; readonly problem: Rejection };
