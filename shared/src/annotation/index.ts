export {
  type Annotation,
  type AnnotationAct,
  type AnnotationBody,
  type AnnotationColour,
  type AnnotationType,
  annotationActSchema,
  annotationColours,
  annotationLimits,
  annotationTypes,
  type InkPoint,
  type Placement,
  placements,
  type Sharing,
  type TextAnchor,
  type UserSpaceRect,
} from './annotation.ts';
export { getAnnotations, saveAnnotations } from './contract.ts';
