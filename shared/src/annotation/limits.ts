/** What a person can put on a page. `bookmark` marks the page itself. */
export const annotationTypes = ['ink', 'marker', 'highlight', 'note', 'text', 'bookmark'] as const;
export type AnnotationType = (typeof annotationTypes)[number];

/** Named, not given as values: the client paints them for the screen, the server for paper. */
export const annotationColours = ['blue', 'red', 'green', 'amber'] as const;
export type AnnotationColour = (typeof annotationColours)[number];

/** The pen of whoever leads pages: seen from the last row of a hall. Width in points. */
export const PRESENTED_PEN = { colour: 'red', width: 4 } as const;

export const annotationLimits = {
  /** Points of one stroke; a longer one is ended and goes on as another. */
  points: 5_000,
  quads: 400,
  text: 4_000,
  names: 200,
  /** Acts in one message. */
  acts: 100,
  /** Living notes of one person in one meeting. */
  perPerson: 20_000,
  /** Notes in one answer. */
  changes: 2_000,
  answer: 4_000,
} as const;

/** How a note came onto its version: drawn there, or carried over from an older one (N8). */
export const placements = ['own', 'carried', 'moved', 'tray'] as const;
export type Placement = (typeof placements)[number];

/** How the desk has treated a note that is shared with all. */
export const remarkStates = ['open', 'answered', 'taken-over', 'set-aside'] as const;
export type RemarkState = (typeof remarkStates)[number];
