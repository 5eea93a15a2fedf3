import type { Annotation, AnnotationBody, UserSpaceRect } from '@hopso/shared/annotation';

/** The box around a note's drawing in user space; null where it has no place of its own (a bookmark). */
export function boundsOf(body: AnnotationBody): UserSpaceRect | null {
  const known = bounds.get(body);
  if (known !== undefined) return known;
  const found = measure(body);
  bounds.set(body, found);
  return found;
}
const bounds = new WeakMap<AnnotationBody, UserSpaceRect | null>();

/** Whether the drawing is touched at a point of user space, `reach` points around it. */
export function isHit({ type, body }: Annotation, x: number, y: number, reach: number): boolean {
  const box = body && boundsOf(body);
  if (body === null || box === null || !within(box, x, y, reach)) return false;
  if (type === 'highlight') return (body.boxes ?? []).some((line) => within(line, x, y, reach / 2));
  if (type !== 'ink' && type !== 'marker') return true;
  const room = body.width / 2 + reach;
  const points = body.points ?? [];
  return points.some(([toX, toY], index) => {
    const [fromX, fromY] = points[index - 1] ?? [toX, toY];
    return distanceToPiece(x, y, fromX, fromY, toX, toY) <= room;
  });
}

/** Whether a box meets another that reaches `reach` points around a point. */
const within = ([left, bottom, right, top]: UserSpaceRect, x: number, y: number, reach: number): boolean =>
  x >= left - reach && x <= right + reach && y >= bottom - reach && y <= top + reach;

function measure({ points, boxes, rect, width }: AnnotationBody): UserSpaceRect | null {
  const half = points === undefined ? 0 : width / 2;
  const xs = [
    ...(points ?? []).map(([x]) => x),
    ...[...(boxes ?? []), ...(rect ? [rect] : [])].flatMap(([left, , right]) => [left, right]),
  ];
  const ys = [
    ...(points ?? []).map(([, y]) => y),
    ...[...(boxes ?? []), ...(rect ? [rect] : [])].flatMap(([, bottom, , top]) => [bottom, top]),
  ];
  if (xs.length === 0) return null;
  return [Math.min(...xs) - half, Math.min(...ys) - half, Math.max(...xs) + half, Math.max(...ys) + half];
}

function distanceToPiece(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const part =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay));
}
