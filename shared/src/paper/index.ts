export { type PaperCommand, paperCommandSchemas } from './commands.ts';
export {
  getPaperFile,
  getReadingPlace,
  type PaperRefusal,
  paperRefusals,
  type ReadingPlace,
  saveReadingPlace,
  type Upload,
  uploadPaper,
} from './contract.ts';
export { decidePaper, type PaperReads, paperGuards } from './decide.ts';
export { FILE_NAME_HEADER, paperLimits } from './limits.ts';
export {
  evolvePapers,
  initialPapers,
  type Paper,
  type PaperEvent,
  type PaperRecord,
  type PaperState,
  papersOf,
} from './paper.ts';
