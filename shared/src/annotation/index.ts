export {
  type Annotation,
  type AnnotationAct,
  type AnnotationBody,
  annotationActSchema,
  type InkPoint,
  type Sharing,
  type TextAnchor,
  type UserSpaceRect,
} from './annotation.ts';
export { getAnnotations, saveAnnotations } from './contract.ts';
export {
  type AnnotationColour,
  type AnnotationType,
  annotationColours,
  annotationLimits,
  annotationTypes,
  type Placement,
  placements,
} from './limits.ts';
