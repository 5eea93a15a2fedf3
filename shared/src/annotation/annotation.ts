import { z } from 'zod';
import { id } from '#meeting';
import { annotationColours, annotationLimits, annotationTypes, placements, remarkStates } from './limits.ts';

/** Points of 1/72 inch in the PDF's user space (y upwards), two decimals. */
const coordinate = z.number().min(-20_000).max(20_000);
const pointSchema = z.tuple([coordinate, coordinate, z.number().min(0).max(1)]);
/** x, y, pressure from 0 to 1. */
export type InkPoint = z.output<typeof pointSchema>;
/** Left, bottom, right, top. */
const rectSchema = z.tuple([coordinate, coordinate, coordinate, coordinate]);
export type UserSpaceRect = z.output<typeof rectSchema>;

/** The words a note stands at, with what stands around them: by these it is found again in a new version (N8). */
const anchorSchema = z.strictObject({
  quote: z.string().max(2_000),
  before: z.string().max(64),
  after: z.string().max(64),
});
export type TextAnchor = z.output<typeof anchorSchema>;

const bodySchema = z.strictObject({
  colour: z.enum(annotationColours),
  /** Width of the pen, in points. */
  width: z.number().min(0.1).max(60),
  /** ink and marker. */
  points: z.array(pointSchema).max(annotationLimits.points).optional(),
  /** True where a pen measured the pressure; else it is made up from the speed. */
  isPressureMeasured: z.boolean().optional(),
  /** highlight: one box for each line of text. */
  boxes: z.array(rectSchema).max(annotationLimits.quads).optional(),
  /** note, text, and what is written to a highlight. */
  text: z.string().max(annotationLimits.text).optional(),
  /** note: the pin's place as an empty box; text: the box it is written in. */
  rect: rectSchema.optional(),
  anchor: anchorSchema.nullable().optional(),
  /** The owner asks to speak on what is written here (N13); counts only while the note is shared with all. */
  asksFloor: z.boolean().optional(),
  /** Drawn while leading pages and kept by the desk (N14); never set by the owner. */
  isPresented: z.boolean().optional(),
  placement: z.enum(placements).optional(),
  /** The note on the older version that this one was carried over from. */
  origin: z
    .strictObject({ id, version: z.int().min(1), page: z.int().min(1) })
    .nullable()
    .optional(),
});
export type AnnotationBody = z.output<typeof bodySchema>;

/** Private, for all who may read the paper, or for these persons. */
const sharingSchema = z.union([
  z.literal('private'),
  z.literal('all'),
  z.array(id).min(1).max(annotationLimits.names),
]);
export type Sharing = z.output<typeof sharingSchema>;

/** One act of an owner: the note as it is from now on, or its end. */
export const annotationActSchema = z
  .strictObject({
    /** Names the act: sent twice, it counts once; it also decides between two acts of one instant (N3). */
    actId: z.uuid(),
    id: z.uuid(),
    paperId: id,
    version: z.int().min(1),
    page: z.int().min(1).max(20_000),
    type: z.enum(annotationTypes),
    sharing: sharingSchema,
    /** Null: deleted. */
    body: bodySchema.nullable(),
    /** The owner's time of the act, epoch ms (N3). */
    at: z.int().min(0),
  })
  .meta({ id: 'AnnotationAct' });
export type AnnotationAct = z.output<typeof annotationActSchema>;

/** What the desk has made of a note that is shared with all. */
const treatmentSchema = z.object({
  state: z.enum(remarkStates),
  answer: z.string(),
  at: z.int(),
});
export type Treatment = z.output<typeof treatmentSchema>;

/** A note as somebody who may see it gets it. */
export const annotationSchema = z
  .object({
    id: z.string(),
    paperId: z.string(),
    version: z.int(),
    page: z.int(),
    type: z.enum(annotationTypes),
    ownerId: z.string(),
    ownerName: z.string(),
    /** Whom it is shared with; of the names only the owner sees all, everybody else their own. */
    sharing: sharingSchema,
    /** Null: deleted, or no longer for the one who asks. */
    body: bodySchema.nullable(),
    updatedAt: z.int(),
    actId: z.string(),
    createdAt: z.int(),
    /** For the owner of a note that is shared with all, once the desk has treated it; else null. */
    remark: treatmentSchema.nullable(),
    /** Its place among the changes of the meeting's notes. */
    seq: z.int(),
  })
  .meta({ id: 'Annotation' });
export type Annotation = z.output<typeof annotationSchema>;
