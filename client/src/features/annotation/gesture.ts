/** A pointer as the browser reports it; x and y in CSS pixels of the window, time in ms. */
export interface Contact {
  readonly id: number;
  readonly device: 'pen' | 'touch' | 'mouse';
  readonly x: number;
  readonly y: number;
  readonly time: number;
}

export interface PointerStep extends Contact {
  readonly step: 'down' | 'move' | 'up' | 'cancel';
}

/** What the hand holds: `draws` where the tool leaves something on the page, `isPenOnly` where fingers only move it. */
export interface Hold {
  readonly draws: boolean;
  readonly isPenOnly: boolean;
}

interface Finger {
  readonly id: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly isFar: boolean;
}

export interface Gesture {
  /** The pointer that draws. `isFirm`: it went so far or so long that a second finger no longer cancels it. */
  readonly drawing: {
    readonly id: number;
    readonly device: Contact['device'];
    readonly startedAt: number;
    readonly fromX: number;
    readonly fromY: number;
    readonly isFirm: boolean;
  } | null;
  readonly penSeenAt: number | null;
  /** Fingers on the glass that are no palm, whatever they do. */
  readonly fingers: readonly Finger[];
  /** Fingers that came down together, while it may still become a tap. */
  readonly tap: { readonly startedAt: number; readonly count: number } | null;
}

/** What the page has to do: begin, add to, finish or throw away the stroke in work; take back or repeat an act. */
export type GestureEffect = 'begin' | 'add' | 'end' | 'cancel' | 'undo' | 'redo' | 'pen';

export const restingHand: Gesture = { drawing: null, penSeenAt: null, fingers: [], tap: null };

/** A touch so soon after a pen is the hand that holds it. */
const palmMs = 500;
/** So long, and so near, a second finger turns a stroke into a pinch. */
const pinchMs = 150;
const pinchPx = 10;
const tapMs = 300;

/**
 * One step of the hands on the page. `effects` are to be carried out in their order: `pen` says that a pen was seen
 * for the first time, `undo` and `redo` are taps of two and of three fingers.
 */
export function move(
  hand: Gesture,
  pointer: PointerStep,
  hold: Hold,
): { readonly hand: Gesture; readonly effects: readonly GestureEffect[] } {
  if (pointer.device === 'touch') return finger(hand, pointer, hold);
  const effects: GestureEffect[] = [];
  let next = hand;
  if (pointer.device === 'pen') {
    if (hand.penSeenAt === null) effects.push('pen');
    next = { ...next, penSeenAt: pointer.time };
    // The hand came down before the pen did: what it drew was never meant.
    if (pointer.step === 'down' && next.drawing?.device === 'touch') {
      effects.push('cancel');
      next = { ...next, drawing: null };
    }
  }
  if (pointer.step === 'down') {
    if (next.drawing !== null || !hold.draws) return { hand: next, effects };
    return { hand: { ...next, drawing: startOf(pointer) }, effects: [...effects, 'begin'] };
  }
  if (next.drawing?.id !== pointer.id) return { hand: next, effects };
  return drawn(next, pointer, effects);
}

/** Whether a touch that begins now belongs to the hand that writes. */
export const isPalm = ({ drawing, penSeenAt }: Gesture, time: number): boolean =>
  drawing?.device === 'pen' || (penSeenAt !== null && time - penSeenAt < palmMs);

function finger(hand: Gesture, pointer: PointerStep, hold: Hold) {
  if (pointer.step === 'down') return fingerDown(hand, pointer, hold);
  const known = hand.fingers.find(({ id }) => id === pointer.id);
  if (known === undefined) return { hand, effects: [] };
  const isFar = known.isFar || distance(known, pointer) > pinchPx;
  if (pointer.step === 'move') {
    const fingers = hand.fingers.map((one) => (one === known ? { ...one, isFar } : one));
    const moved = { ...hand, fingers, tap: isFar ? null : hand.tap };
    return hand.drawing?.id === pointer.id ? drawn(moved, pointer, []) : { hand: moved, effects: [] };
  }
  const fingers = hand.fingers.filter((one) => one !== known);
  const isTap = pointer.step === 'up' && hand.tap !== null && pointer.time - hand.tap.startedAt <= tapMs;
  const left = { ...hand, fingers, tap: fingers.length > 0 && isTap ? hand.tap : null };
  if (hand.drawing?.id === pointer.id) return drawn(left, pointer, []);
  const count = isTap && fingers.length === 0 ? hand.tap?.count : undefined;
  const effects: GestureEffect[] = count === 2 ? ['undo'] : count === 3 ? ['redo'] : [];
  return { hand: left, effects: hold.draws ? effects : [] };
}

function fingerDown(hand: Gesture, pointer: PointerStep, { draws, isPenOnly }: Hold) {
  if (isPalm(hand, pointer.time)) return { hand, effects: [] };
  const touching: Finger = { id: pointer.id, fromX: pointer.x, fromY: pointer.y, isFar: false };
  const fingers = [...hand.fingers, touching];
  const tap =
    hand.fingers.length === 0
      ? { startedAt: pointer.time, count: 1 }
      : hand.tap && { ...hand.tap, count: fingers.length };
  const next = { ...hand, fingers, tap };
  if (hand.drawing !== null) {
    // A stroke under way is kept; one that has hardly begun was the first finger of a pinch.
    const isPinch =
      hand.drawing.device === 'touch' &&
      !hand.drawing.isFirm &&
      pointer.time - hand.drawing.startedAt <= pinchMs;
    if (!isPinch) return { hand, effects: [] };
    return { hand: { ...next, drawing: null }, effects: ['cancel'] satisfies GestureEffect[] };
  }
  if (!draws || isPenOnly || fingers.length > 1) return { hand: next, effects: [] };
  return { hand: { ...next, drawing: startOf(pointer) }, effects: ['begin'] satisfies GestureEffect[] };
}

function drawn(hand: Gesture, pointer: PointerStep, effects: readonly GestureEffect[]) {
  const { drawing } = hand;
  if (drawing === null) return { hand, effects };
  if (pointer.step === 'up')
    return { hand: { ...hand, drawing: null }, effects: [...effects, 'end' as const] };
  // The browser took the pointer away: a finger began to scroll; what a pen has drawn is kept.
  if (pointer.step === 'cancel') {
    const effect = drawing.device === 'pen' ? ('end' as const) : ('cancel' as const);
    return { hand: { ...hand, drawing: null }, effects: [...effects, effect] };
  }
  const isFirm = drawing.isFirm || distance(drawing, pointer) > pinchPx;
  const next = isFirm === drawing.isFirm ? hand : { ...hand, drawing: { ...drawing, isFirm } };
  return { hand: next, effects: [...effects, 'add' as const] };
}

const startOf = ({ id, device, time, x, y }: PointerStep) => ({
  id,
  device,
  startedAt: time,
  fromX: x,
  fromY: y,
  isFirm: false,
});

const distance = (from: { readonly fromX: number; readonly fromY: number }, to: Contact): number =>
  Math.hypot(to.x - from.fromX, to.y - from.fromY);
