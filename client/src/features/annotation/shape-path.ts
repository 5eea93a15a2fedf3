import {
  type Annotation,
  type AnnotationBody,
  pathOf,
  strokeOutline,
  type UserSpaceRect,
} from '@hopso/shared/annotation';

/** The `d` of a note's drawing in user space; empty for what is not drawn. Worked out once for each body. */
export function pathOfNote({ type, body }: Pick<Annotation, 'type' | 'body'>): string {
  if (body === null) return '';
  const known = paths.get(body);
  if (known !== undefined) return known;
  const path = draw(type, body);
  paths.set(body, path);
  return path;
}
const paths = new WeakMap<AnnotationBody, string>();

export const pathOfBoxes = (boxes: readonly UserSpaceRect[]): string =>
  boxes.map(([left, bottom, right, top]) => `M${left} ${bottom}H${right}V${top}H${left}Z`).join('');

function draw(type: Annotation['type'], body: AnnotationBody): string {
  if (type === 'highlight') return pathOfBoxes(body.boxes ?? []);
  if (type !== 'ink' && type !== 'marker') return '';
  return pathOf(strokeOutline(body.points ?? [], body.width, body.isPressureMeasured === true, type));
}
