import type { InkPoint } from '@hopso/shared/annotation';
import type { InkAnswer, PresentedStroke, UpMessage } from '@hopso/shared/protocol';
import { presentedInkLimits } from '@hopso/shared/protocol';

type Piece = Omit<UpMessage<'ink'>, 'meeting'>;

export interface PresentedPenOptions {
  readonly on: { readonly paper: string; readonly version: number };
  readonly send: (piece: Piece) => Promise<InkAnswer>;
  /** A stroke was not taken; it is not drawn any more. */
  readonly onRefused: (code: string) => void;
  /** What is drawn here has changed. */
  readonly onChange: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

interface OwnStroke extends PresentedStroke {
  readonly points: InkPoint[];
  isDone: boolean;
}

/** Between two pieces; with the server's answer in between, ten a second at most. */
const everyMs = 100;
const againMs = 500;
/** Nearer than this to the point before, a point says nothing new. Points of 1/72 inch. */
const nearestPt = 0.4;

/**
 * The presenter's pen: takes the points of the hand and brings them to everybody, piece after piece, one on its way at
 * a time. A piece that was not answered is sent again, so a stroke drawn while the network was away arrives later.
 */
export class PresentedPen {
  readonly #options: PresentedPenOptions;
  #strokes: readonly OwnStroke[] = [];
  #isSending = false;
  /** Points of the first stroke that have arrived. */
  #have = 0;

  constructor(options: PresentedPenOptions) {
    this.#options = options;
  }

  /** Strokes that the server has not wholly taken yet. */
  get unsent(): readonly PresentedStroke[] {
    return this.#strokes;
  }

  begin(page: number, isPressureMeasured: boolean): void {
    this.end();
    const stroke = { id: crypto.randomUUID(), page, isPressureMeasured, points: [], isDone: false };
    this.#strokes = [...this.#strokes, stroke];
  }

  /** A point of the stroke under the pen: x, y in the page's own points, pressure from 0 to 1. */
  add(x: number, y: number, pressure: number): void {
    const stroke = this.#current;
    if (stroke === undefined) return;
    const point: InkPoint = [cents(x), cents(y), cents(Math.min(1, Math.max(0, pressure)))];
    const last = stroke.points.at(-1);
    if (last !== undefined && Math.hypot(point[0] - last[0], point[1] - last[1]) < nearestPt) return;
    stroke.points.push(point);
    if (stroke.points.length === presentedInkLimits.stroke) {
      this.begin(stroke.page, stroke.isPressureMeasured);
      this.#current?.points.push(point);
    }
    this.#options.onChange();
    void this.#send();
  }

  end(): void {
    const stroke = this.#current;
    if (stroke === undefined) return;
    stroke.isDone = true;
    void this.#send();
  }

  get #current(): OwnStroke | undefined {
    const last = this.#strokes.at(-1);
    return last?.isDone === false ? last : undefined;
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let stroke = this.#strokes[0]; stroke !== undefined; stroke = this.#strokes[0]) {
      const have = this.#have;
      const points = stroke.points.slice(have, have + presentedInkLimits.message);
      const isLast = stroke.isDone && have + points.length === stroke.points.length;
      if (points.length === 0 && !isLast) break;
      const { id, page, isPressureMeasured } = stroke;
      const head = { ...this.#options.on, page, stroke: id, isPressureMeasured };
      const answer = await this.#options
        .send({ ...head, from: have, points, isDone: isLast })
        .catch(() => null);
      if (answer === null || (!answer.ok && answer.problem.code === 'ink/too-fast')) {
        await this.#options.wait(againMs);
        continue;
      }
      if (!answer.ok) {
        this.#drop(stroke);
        this.#options.onRefused(answer.problem.code);
        continue;
      }
      this.#have = answer.have;
      if (isLast && answer.have >= stroke.points.length) this.#drop(stroke);
      else await this.#options.wait(everyMs);
    }
    this.#isSending = false;
  }

  #drop(stroke: OwnStroke): void {
    this.#strokes = this.#strokes.filter((one) => one !== stroke);
    this.#have = 0;
    this.#options.onChange();
  }
}

const cents = (value: number): number => Math.round(value * 100) / 100;
