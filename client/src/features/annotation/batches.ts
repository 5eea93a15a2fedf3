import { type AnnotationAct, annotationLimits } from '@hopso/shared/annotation';

/** What the server takes at once, with room for the rest of the message. */
const mostBytes = 200 * 1024;

const bytesOf = (act: AnnotationAct): number => new TextEncoder().encode(JSON.stringify(act)).length;

/** The acts in their order, in parts that the server takes; an act that is too large by itself goes alone. */
export function batchesOf(acts: readonly AnnotationAct[]): AnnotationAct[][] {
  const batches: AnnotationAct[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const act of acts) {
    const size = bytesOf(act);
    const batch = batches.at(-1);
    if (batch !== undefined && batch.length < annotationLimits.acts && bytes + size <= mostBytes) {
      batch.push(act);
      bytes += size;
    } else {
      batches.push([act]);
      bytes = size;
    }
  }
  return batches;
}
