/** What the making process runs, for the bench: importing it loads the PDF library, which the server never does. */
export type { DrawnNote, Source } from './document-order.ts';
export { makeCopy } from './make-copy.ts';
export { makePack } from './make-pack.ts';
export { written } from './written.ts';
