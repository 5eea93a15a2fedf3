import type { AnnotationBody, AnnotationType } from '@hopso/shared/annotation';
import { pathOf, strokeOutline } from '@hopso/shared/annotation';
import type { NoteChange } from './annotation-store.ts';
import { isHit } from './hit.ts';
import type { Notebook } from './notebook.ts';
import { coveredBy, type wordsOf } from './page-words.ts';
import type { PageTarget } from './paper-target.ts';
import { pathOfBoxes } from './shape-path.ts';
import { StrokeInWork } from './stroke-in-work.ts';
import { colourOf, type ToolState, widthOf } from './tool-box.ts';

/** What becomes of one contact of a tool with the page. Coordinates are in user space. */
export interface Work {
  /** On which of the two drawings it is shown while it is under way. */
  readonly shownAs: 'ink' | 'marker' | null;
  add(x: number, y: number, pressure: number): void;
  /** The `d` of what there is so far. */
  path(): string;
  end(): void;
}

export interface Surroundings {
  readonly notebook: Notebook;
  readonly target: PageTarget;
  readonly tools: ToolState;
  readonly isPressureMeasured: boolean;
  /** Null while they are being read from the page. */
  readonly words: () => ReturnType<typeof wordsOf> | null;
  /** The page has no words to highlight. */
  readonly onNoWords: () => void;
}

/** Points around the eraser and the finger, in CSS pixels. */
const reachPx = 9;

export function beginWork(around: Surroundings): Work | null {
  const { tool } = around.tools;
  if (tool === 'pen' || tool === 'marker') return ink(around, tool === 'pen' ? 'ink' : 'marker');
  if (tool === 'highlight') return highlight(around);
  if (tool === 'eraser') return eraser(around);
  return null;
}

/** A new note of this page, private as every note is at first. */
export function newChange(
  { target, tools }: Pick<Surroundings, 'target' | 'tools'>,
  type: AnnotationType,
  body: Partial<AnnotationBody>,
): NoteChange {
  return {
    id: crypto.randomUUID(),
    paperId: target.paperId,
    version: target.version,
    page: target.frame.page,
    type,
    sharing: 'private',
    body: { colour: colourOf(tools), width: widthOf(tools), ...body },
  };
}

function ink(around: Surroundings, type: 'ink' | 'marker'): Work {
  const { notebook, tools, isPressureMeasured } = around;
  const width = widthOf(tools);
  const stroke = new StrokeInWork();
  const keep = (points: StrokeInWork['points']) => {
    if (points.length === 0) return;
    notebook.write(newChange(around, type, { points: [...points], isPressureMeasured }), null);
  };
  return {
    shownAs: type,
    add(x, y, pressure) {
      const full = stroke.add(x, y, pressure);
      if (full !== null) keep(full);
    },
    path: () => pathOf(strokeOutline(stroke.points, width, isPressureMeasured, type)),
    end: () => keep(stroke.points),
  };
}

function highlight(around: Surroundings): Work {
  const { notebook, onNoWords } = around;
  let from: readonly [number, number] | null = null;
  let to: readonly [number, number] = [0, 0];
  const covered = () => (from === null ? null : coveredBy(around.words() ?? [], from, to));
  return {
    shownAs: 'marker',
    add(x, y) {
      from ??= [x, y];
      to = [x, y];
    },
    path: () => pathOfBoxes(covered()?.boxes ?? []),
    end() {
      const found = covered();
      if (found === null) {
        if (around.words()?.length === 0) onNoWords();
        return;
      }
      notebook.write(newChange(around, 'highlight', found), null);
    },
  };
}

/** Takes whole strokes away as it touches them; one contact is one step to take back. */
function eraser({ notebook, target }: Surroundings): Work {
  const { paperId, version, frame } = target;
  const reach = reachPx / frame.viewport.scale;
  let isFirst = true;
  return {
    shownAs: null,
    add(x, y) {
      const hit = notebook
        .onPage(paperId, version, frame.page)
        .filter((note) => notebook.isOwn(note) && isDrawn(note) && isHit(note, x, y, reach));
      if (hit.length === 0) return;
      notebook.erase(hit, isFirst);
      isFirst = false;
    },
    path: () => '',
    end() {},
  };
}

const isDrawn = ({ type }: { readonly type: AnnotationType }): boolean =>
  type === 'ink' || type === 'marker' || type === 'highlight';
