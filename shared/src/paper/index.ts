export {
  groupOfCapacity,
  includesRight,
  isRestrictedAccess,
  type PaperAccess,
  type PaperGroup,
  type PaperRight,
  paperGroups,
  paperRights,
  rightGiven,
} from './access.ts';
export { type PaperCommand, paperCommandSchemas } from './commands.ts';
export { type ComparedPage, comparePages, type PagesCompared } from './compare-pages.ts';
export { getPaperComparison, type PaperComparison } from './comparison-contract.ts';
export {
  getPaperFile,
  getReadingPlace,
  getWallFile,
  type PaperRefusal,
  paperRefusals,
  type ReadingPlace,
  saveReadingPlace,
  type Upload,
  uploadPaper,
} from './contract.ts';
export { decidePaper, type PaperReads, paperGuards } from './decide.ts';
export {
  cancelDocument,
  type DocumentJob,
  type DocumentKind,
  type DocumentOrder,
  type DocumentRefusal,
  documentKinds,
  documentRefusals,
  getDocument,
  getDocumentFile,
  makeDocument,
} from './document-contract.ts';
export { FILE_NAME_HEADER, paperLimits } from './limits.ts';
export { type PageAddress, pageAddressText, pageLabelPrefix, pageLabelText } from './page-address.ts';
export { type LineWords, type PageWords, squeezed } from './page-words.ts';
export {
  evolvePapers,
  initialPapers,
  type Paper,
  type PaperEvent,
  type PaperRecord,
  type PaperState,
  type PaperVersion,
  type PaperVersionRecord,
  paperNumber,
  papersOf,
  versionOf,
} from './paper.ts';
export { getStraightening, type Straightening, straightenPaper } from './straightening-contract.ts';
export { getPaperText, type PageText, type PaperText } from './text-contract.ts';
