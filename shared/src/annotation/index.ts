export {
  type Annotation,
  type AnnotationAct,
  type AnnotationBody,
  annotationActSchema,
  type InkPoint,
  type Sharing,
  type TextAnchor,
  type Treatment,
  type UserSpaceRect,
} from './annotation.ts';
export { carryOver, versionPair } from './carry-over.ts';
export {
  getAnnotations,
  getRemarks,
  type Remark,
  saveAnnotations,
  settlePresentedInk,
  treatRemark,
} from './contract.ts';
export {
  type AnnotationColour,
  type AnnotationType,
  annotationColours,
  annotationLimits,
  annotationTypes,
  type Placement,
  PRESENTED_PEN,
  placements,
  type RemarkState,
  remarkStates,
} from './limits.ts';
export { arrived, isVisibleTo, merged, type NotesAccess, type Stamp, timeOfAct, wins } from './merge.ts';
export { type Curves, curvesOf, pathOf, type StrokeOutline, strokeOutline } from './outline.ts';
export { type CarriedNote, extentOf, movedBy } from './placing.ts';
