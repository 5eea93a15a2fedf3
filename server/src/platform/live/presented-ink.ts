import type { Actor } from '@hopso/shared/meeting';
import {
  INKS_PER_SECOND,
  type InkAnswer,
  type InkPart,
  type InkView,
  type PresentedStroke,
  presentedInkLimits,
  type UpMessage,
} from '@hopso/shared/protocol';
import type { SessionState } from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import type { PageLead } from './page-lead.ts';
import {
  type LedTo,
  maySee,
  type PaperReaders,
  paperInForce,
  people,
  type ReadersWho,
  readersOf,
} from './paper-readers.ts';
import { type TokenBucket, takePerPerson } from './token-bucket.ts';

export interface InkDelivery {
  ink(to: LedTo, view: InkView): void;
  inkPart(to: LedTo, part: InkPart): void;
}

export interface PresentedInkParts {
  readonly meetingId: string;
  readonly clock: Clock;
  readonly delivery: InkDelivery;
}

/** A stroke that waits to be kept or dropped, and who drew it. */
export interface WaitingStroke extends PresentedStroke {
  readonly ownerId: string;
}

interface Drawn extends WaitingStroke {
  readonly points: Array<PresentedStroke['points'][number]>;
  isDone: boolean;
  /** Monotonic, ms. */
  touchedAt: number;
}

interface Layer {
  readonly paper: string;
  readonly version: number;
  readonly strokes: Map<string, Drawn>;
  /** Whom it was told to last, to see when that changes. */
  told: string;
}

/** A piece still under way comes within seconds: so many of the last strokes that went are far more than are needed. */
const MOST_GONE = 5_000;
/** A pen whose device went away lifts itself after this. */
const LIFTED_AFTER_MS = 5_000;

/**
 * What presenters have drawn on papers of one meeting while leading pages, until the desk keeps or drops it
 * (X21–X24). In memory alone, as the lead itself.
 */
export class PresentedInk {
  readonly #parts: PresentedInkParts;
  readonly #lead: Pick<PageLead, 'placeLedBy'>;
  readonly #readersWho: ReadersWho;
  readonly #layers = new Map<string, Layer>();
  /** Strokes that were settled or taken back: a piece of one that is still under way makes no new stroke. */
  readonly #gone = new Set<string>();
  readonly #pieces = new Map<string, TokenBucket>();
  #points = 0;

  constructor(parts: PresentedInkParts, lead: Pick<PageLead, 'placeLedBy'>, readersWho: ReadersWho) {
    this.#parts = parts;
    this.#lead = lead;
    this.#readersWho = readersWho;
  }

  get isEmpty(): boolean {
    return this.#layers.size === 0;
  }

  /** Takes a piece of a stroke. Refuses `capacity/not-allowed`, `ink/too-fast`, `ink/full`. */
  write(state: SessionState, actor: Actor, piece: UpMessage<'ink'>): InkAnswer {
    const place = this.#lead.placeLedBy(actor);
    const readers = readersOf(state, piece.paper, this.#readersWho);
    const isLed = place?.paper === piece.paper && place.version === piece.version;
    if (!isLed || readers === null || !isOnPaper(readers, piece)) return refused('capacity/not-allowed');
    if (this.#gone.has(piece.stroke)) return { ok: true, have: piece.from + piece.points.length };
    const layer = this.#layerOf(state, piece, readers);
    const known = layer.strokes.get(piece.stroke);
    if (known !== undefined && (known.ownerId !== actor.personId || known.page !== piece.page))
      return refused('capacity/not-allowed');
    const have = known?.points.length ?? 0;
    if (piece.from > have || known?.isDone === true) return { ok: true, have };
    const points = piece.points.slice(have - piece.from);
    if (!takePerPerson(this.#pieces, actor.personId, INKS_PER_SECOND, this.#parts.clock))
      return refused('ink/too-fast');
    const isFull =
      have + points.length > presentedInkLimits.stroke ||
      this.#points + points.length > presentedInkLimits.meeting;
    if (isFull) return refused('ink/full');
    const stroke = known ?? newStroke(piece, actor.personId);
    stroke.points.push(...points);
    stroke.isDone = piece.isDone;
    stroke.touchedAt = this.#parts.clock.monotonic();
    this.#points += points.length;
    layer.strokes.set(stroke.id, stroke);
    this.#layers.set(keyOf(layer), layer);
    if (points.length > 0) {
      const part = { ...this.#headOf(layer), stroke: { ...shown(stroke), points }, from: have };
      this.#parts.delivery.inkPart(withWall(readers), part);
    }
    return { ok: true, have: have + points.length };
  }

  /** Takes the actor's last stroke on a version back; `have` is 0 then. */
  undo(state: SessionState, actor: Actor, { paper, version }: UpMessage<'inkUndo'>): InkAnswer {
    const layer = this.#layers.get(keyOf({ paper, version }));
    const last = [...(layer?.strokes.values() ?? [])].findLast(({ ownerId }) => ownerId === actor.personId);
    if (layer === undefined || last === undefined) return refused('not-found');
    this.#remove(layer, [last.id]);
    this.#tell(state, layer);
    return { ok: true, have: 0 };
  }

  /** What waits on a version and is not being drawn this moment; `isWhole` takes that too. */
  waitingOn(at: { readonly paper: string; readonly version: number }, isWhole: boolean): WaitingStroke[] {
    const lifted = this.#parts.clock.monotonic() - LIFTED_AFTER_MS;
    return [...(this.#layers.get(keyOf(at))?.strokes.values() ?? [])].filter(
      ({ isDone, touchedAt }) => isWhole || isDone || touchedAt < lifted,
    );
  }

  /** These strokes were kept or dropped. Answers how many of the version wait on. */
  settle(
    state: SessionState,
    at: { readonly paper: string; readonly version: number },
    strokes: readonly string[],
  ): number {
    const layer = this.#layers.get(keyOf(at));
    if (layer === undefined) return 0;
    this.#remove(layer, strokes);
    this.#tell(state, layer);
    return layer.strokes.size;
  }

  /** What somebody who joins now is told (X23); `actor` null for the wall. */
  viewsFor(state: SessionState, actor: Actor | null): InkView[] {
    return [...this.#layers.values()].flatMap((layer) => {
      const paper = paperInForce(state, layer.paper);
      const sees =
        actor === null
          ? readersOf(state, layer.paper, this.#readersWho)?.isOpen === true
          : paper !== null && maySee(state, paper, actor);
      return sees ? [this.#viewOf(layer)] : [];
    });
  }

  /** The session went on: a paper may be withdrawn, or closed to some. */
  recheck(state: SessionState): void {
    for (const layer of [...this.#layers.values()]) {
      const readers = readersOf(state, layer.paper, this.#readersWho);
      if (readers === null) {
        this.#remove(layer, [...layer.strokes.keys()]);
        this.#tell(state, layer);
      } else if (toldTo(state, readers) !== layer.told) {
        // Forgotten first by everybody: who may see it has it back with the next word.
        this.#parts.delivery.ink(everybody, { ...this.#headOf(layer), strokes: [] });
        this.#tell(state, layer);
      }
    }
  }

  #layerOf(
    state: SessionState,
    at: { readonly paper: string; readonly version: number },
    readers: PaperReaders,
  ): Layer {
    const { paper, version } = at;
    return (
      this.#layers.get(keyOf(at)) ?? { paper, version, strokes: new Map(), told: toldTo(state, readers) }
    );
  }

  #remove(layer: Layer, strokes: readonly string[]): void {
    for (const id of strokes) {
      this.#points -= layer.strokes.get(id)?.points.length ?? 0;
      layer.strokes.delete(id);
      this.#gone.add(id);
    }
    for (const oldest of this.#gone) {
      if (this.#gone.size <= MOST_GONE) break;
      this.#gone.delete(oldest);
    }
    if (layer.strokes.size === 0) this.#layers.delete(keyOf(layer));
  }

  /** An empty layer says nothing of what was in it: that it is gone may be told to everybody. */
  #tell(state: SessionState, layer: Layer): void {
    const readers = readersOf(state, layer.paper, this.#readersWho);
    const to = layer.strokes.size === 0 ? everybody : readers === null ? null : withWall(readers);
    layer.told = readers === null ? '' : toldTo(state, readers);
    if (to !== null) this.#parts.delivery.ink(to, this.#viewOf(layer));
  }

  #viewOf(layer: Layer): InkView {
    return { ...this.#headOf(layer), strokes: [...layer.strokes.values()].map(shown) };
  }

  #headOf({ paper, version }: Layer) {
    return { meeting: this.#parts.meetingId, paper, version };
  }
}

const everybody: LedTo = { audiences: [...people, 'screen'] };

const keyOf = ({ paper, version }: { readonly paper: string; readonly version: number }): string =>
  `${paper} ${version}`;

const withWall = ({ isOpen, to }: PaperReaders): LedTo => (isOpen ? everybody : to);

/** By what it is decided who may see it: who joins later is told by joining. */
const toldTo = (state: SessionState, { isOpen, paper }: PaperReaders): string =>
  isOpen ? 'open' : JSON.stringify([state.agenda.items.get(paper.itemId)?.openTo, paper.access]);

const isOnPaper = ({ paper }: PaperReaders, piece: UpMessage<'ink'>): boolean =>
  piece.page <= (paper.versions.find(({ version }) => version === piece.version)?.pages ?? 0);

const refused = (code: string): InkAnswer => ({ ok: false, problem: { code } });

const newStroke = ({ stroke, page, isPressureMeasured }: UpMessage<'ink'>, ownerId: string): Drawn => ({
  ...{ id: stroke, page, isPressureMeasured, ownerId },
  points: [],
  isDone: false,
  touchedAt: 0,
});

const shown = ({ id, page, isPressureMeasured, points }: Drawn): PresentedStroke => ({
  ...{ id, page, isPressureMeasured, points },
});
