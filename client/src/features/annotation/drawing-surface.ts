import { beginWork, newChange, type Surroundings, type Work } from './drawing-work.ts';
import { isPalm, move, type PointerStep } from './gesture.ts';
import type { Notebook } from './notebook.ts';
import type { wordsOf } from './page-words.ts';
import type { PageTarget } from './paper-target.ts';
import { penActivity } from './pen-activity.ts';
import { onPage, roomFor } from './text-box.ts';
import { colourOf, type ToolBox, widthOf } from './tool-box.ts';

/** What the surface draws into without asking anybody: a frame must not wait for the page to be made anew. */
interface LiveParts {
  readonly ink: SVGPathElement;
  readonly marker: SVGPathElement;
  /** Shows where and how broad a hovering pen would write. */
  readonly tip: SVGCircleElement;
}

export interface SurfaceContext {
  readonly notebook: Notebook;
  readonly target: PageTarget;
  readonly words: ReturnType<typeof wordsOf> | null;
  readonly onNoWords: () => void;
}

/** A contact that stays within this is a tap. */
const tapPx = 10;

/**
 * Listens to the hands on one page and draws what they do: at most once a frame, into two paths of its own. Returns
 * the end of listening. `now` gives what holds at the moment.
 */
export function listenToHands(
  root: HTMLElement,
  parts: LiveParts,
  box: ToolBox,
  now: () => SurfaceContext,
): () => void {
  const surface = new Surface(root, parts, box, now);
  const steps: Record<string, PointerStep['step']> = {
    pointerdown: 'down',
    pointermove: 'move',
    pointerup: 'up',
    pointercancel: 'cancel',
  };
  const abort = new AbortController();
  const { signal } = abort;
  for (const [name, step] of Object.entries(steps))
    root.addEventListener(name, (event) => surface.handle(event as PointerEvent, step), { signal });
  root.addEventListener('pointerleave', () => surface.hideTip(), { signal });
  // iPadOS scrolls with a pencil as with a finger, whatever `touch-action` says; and a pinch is no stroke's second finger.
  root.addEventListener('touchstart', (event) => surface.keepTouch(event), { passive: false, signal });
  root.addEventListener('touchmove', (event) => surface.keepTouch(event), { passive: false, signal });
  return () => {
    abort.abort();
    surface.stop();
  };
}

class Surface {
  readonly #root: HTMLElement;
  readonly #parts: LiveParts;
  readonly #box: ToolBox;
  readonly #now: () => SurfaceContext;
  #work: Work | null = null;
  #around: Surroundings | null = null;
  #edge = { left: 0, top: 0 };
  #down = { x: 0, y: 0 };
  #frame = 0;

  constructor(root: HTMLElement, parts: LiveParts, box: ToolBox, now: () => SurfaceContext) {
    this.#root = root;
    this.#parts = parts;
    this.#box = box;
    this.#now = now;
  }

  handle(event: PointerEvent, step: PointerStep['step']): void {
    if (event.pointerType === 'mouse' && step === 'down' && event.button !== 0) return;
    const { notebook } = this.#now();
    const { tool, isPenOnly } = this.#box.state();
    const { hand, effects } = move(notebook.hand, pointerOf(event, step), {
      draws: tool !== 'view',
      isPenOnly,
    });
    notebook.hand = hand;
    if (event.pointerType !== 'touch' && step === 'move' && hand.drawing === null) this.#showTip(event);
    for (const effect of effects) {
      if (effect === 'pen') this.#box.meetPen();
      else if (effect === 'undo') notebook.acts.undo();
      else if (effect === 'redo') notebook.acts.redo();
      else if (effect === 'begin') this.#begin(event);
      else if (effect === 'add') this.#add(event);
      else if (effect === 'end') this.#end(event);
      else this.#drop();
    }
  }

  keepTouch(event: TouchEvent): void {
    const { drawing } = this.#now().notebook.hand;
    const isPencil = [...event.changedTouches].some(
      (touch) => 'touchType' in touch && touch.touchType === 'stylus',
    );
    if (this.#box.state().tool === 'view') return;
    if (isPencil || drawing?.device === 'pen' || isPalm(this.#now().notebook.hand, event.timeStamp)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (drawing !== null && event.touches.length > 1) event.stopPropagation();
  }

  hideTip(): void {
    this.#parts.tip.setAttribute('r', '0');
  }

  stop(): void {
    if (this.#work !== null) this.#finish();
    cancelAnimationFrame(this.#frame);
  }

  #begin(event: PointerEvent): void {
    this.hideTip();
    this.#root.setPointerCapture(event.pointerId);
    const { left, top } = this.#root.getBoundingClientRect();
    this.#edge = { left, top };
    this.#down = { x: event.clientX, y: event.clientY };
    const tools = this.#box.state();
    this.#around = {
      ...this.#now(),
      words: () => this.#now().words,
      tools,
      isPressureMeasured: event.pointerType === 'pen',
    };
    this.#work = beginWork(this.#around);
    penActivity.begin();
    if (this.#work?.shownAs) this.#parts[this.#work.shownAs].dataset.colour = colourOf(tools);
    this.#take(event);
  }

  #add(event: PointerEvent): void {
    for (const part of event.getCoalescedEvents?.() ?? []) this.#take(part);
    this.#take(event);
  }

  #take(event: PointerEvent): void {
    if (this.#work === null || this.#around === null) return;
    const { viewport } = this.#around.target.frame;
    const [x, y] = viewport.convertToPdfPoint(
      event.clientX - this.#edge.left,
      event.clientY - this.#edge.top,
    ) as [number, number];
    this.#work.add(x, y, event.pressure);
    if (this.#work.shownAs === null || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    if (this.#work?.shownAs) this.#parts[this.#work.shownAs].setAttribute('d', this.#work.path());
  }

  #end(event: PointerEvent): void {
    this.#take(event);
    const around = this.#around;
    if (this.#work === null && around !== null) {
      const isTap = Math.hypot(event.clientX - this.#down.x, event.clientY - this.#down.y) <= tapPx;
      if (isTap) this.#place(around);
      this.#drop();
    } else this.#finish();
  }

  /** The note is kept first: what is drawn for good appears in the same frame as the live path goes. */
  #finish(): void {
    this.#work?.end();
    this.#drop();
  }

  #drop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#work?.shownAs) this.#parts[this.#work.shownAs].removeAttribute('d');
    this.#work = null;
    this.#around = null;
    penActivity.end(performance.now());
  }

  /** A pin, or a text, where the page was tapped: it is written in a sheet of its own and stands only then. */
  #place(around: Surroundings): void {
    const { notebook, target, tools } = around;
    const { frame } = target;
    const left = this.#down.x - this.#edge.left;
    const top = this.#down.y - this.#edge.top;
    if (tools.tool === 'note') {
      const rect = onPage(frame, [left, top], [left, top]);
      notebook.open({ note: null, change: newChange(around, 'note', { rect, text: '' }) });
    } else if (tools.tool === 'text') {
      const fit = (text: string) => roomFor(text, widthOf(tools), { left, top }, frame);
      notebook.open({ note: null, change: newChange(around, 'text', { rect: fit(''), text: '' }), fit });
    }
  }

  #showTip(event: PointerEvent): void {
    const state = this.#box.state();
    const { tip } = this.#parts;
    if (event.pointerType !== 'pen' || state.tool === 'view') return;
    const { viewport } = this.#now().target.frame;
    const { left, top } = this.#root.getBoundingClientRect();
    const radius = state.tool === 'eraser' ? 9 : Math.max(1.5, (widthOf(state) * viewport.scale) / 2);
    tip.setAttribute('cx', String(event.clientX - left));
    tip.setAttribute('cy', String(event.clientY - top));
    tip.setAttribute('r', String(radius));
  }
}

const pointerOf = (event: PointerEvent, step: PointerStep['step']): PointerStep => ({
  step,
  id: event.pointerId,
  device: event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse',
  x: event.clientX,
  y: event.clientY,
  time: event.timeStamp,
});
