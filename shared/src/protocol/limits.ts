/** Letters of a page's printed number; a longer one is cut. Apart from the schemas, which no client loads. */
export const LONGEST_PAGE_LABEL = 32;

/** Points of one stroke of the presenter's pen, of one message, and of all strokes that wait in a meeting (X21). */
export const presentedInkLimits = { stroke: 5_000, message: 400, meeting: 20_000 } as const;
