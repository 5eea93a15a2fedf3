import type { AnnotationColour } from '@hopso/shared/annotation';

export const tools = ['view', 'pen', 'marker', 'highlight', 'note', 'text', 'eraser'] as const;
export type Tool = (typeof tools)[number];
/** Tools that leave something in a colour. */
export type ColouredTool = Exclude<Tool, 'view' | 'eraser'>;

/** In points; of a text: the size of its letters. */
export const widthsOf: Partial<Record<Tool, readonly [fine: number, middle: number, broad: number]>> = {
  pen: [0.8, 1.6, 3],
  marker: [8, 14, 22],
  text: [11, 14, 18],
};
const onlyWidth = 1;

export interface ToolState {
  readonly tool: Tool;
  readonly colours: Readonly<Record<ColouredTool, AnnotationColour>>;
  /** Place in `widthsOf`. */
  readonly widths: Readonly<Partial<Record<Tool, number>>>;
  readonly hasSeenPen: boolean;
  readonly isPenOnly: boolean;
  /** Null: on for the first meetings. */
  readonly hasLabels: boolean | null;
  readonly isLeftHanded: boolean;
  /** Meetings in which the tools were there, while it matters how many they are. */
  readonly meetings: readonly string[];
}

const start: ToolState = {
  tool: 'view',
  colours: { pen: 'blue', marker: 'amber', highlight: 'amber', note: 'amber', text: 'blue' },
  widths: { pen: 1, marker: 1, text: 1 },
  hasSeenPen: false,
  isPenOnly: false,
  hasLabels: null,
  isLeftHanded: false,
  meetings: [],
};
const key = 'hopso.tools';
/** Names stand under the tools this long unless the person decides otherwise. */
const labelledMeetings = 3;

export const areLabelsOn = ({ hasLabels, meetings }: ToolState): boolean =>
  hasLabels ?? meetings.length <= labelledMeetings;

export const colourOf = ({ tool, colours }: ToolState): AnnotationColour =>
  tool === 'view' || tool === 'eraser' ? 'blue' : colours[tool];

export const widthOf = ({ tool, widths }: ToolState): number =>
  widthsOf[tool]?.[widths[tool] ?? 1] ?? onlyWidth;

/** Pens, colours and hand of whoever holds this device; the tool itself is laid down when the page is left. */
export class ToolBox {
  #state: ToolState;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly #listeners = new Set<() => void>();

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    this.#state = { ...start, ...readStored(storage) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): ToolState => this.#state;

  change(part: Partial<ToolState>): void {
    this.#state = { ...this.#state, ...part };
    const { tool: _tool, ...kept } = this.#state;
    this.#storage.setItem(key, JSON.stringify(kept));
    for (const listener of this.#listeners) listener();
  }

  /** From the first contact of a pen on, fingers only move the page, until the person decides otherwise. */
  meetPen(): void {
    if (!this.#state.hasSeenPen) this.change({ hasSeenPen: true, isPenOnly: true });
  }

  openedIn(meeting: string): void {
    const { meetings } = this.#state;
    if (meetings.includes(meeting) || meetings.length > labelledMeetings) return;
    this.change({ meetings: [...meetings, meeting] });
  }
}

function readStored(storage: Pick<Storage, 'getItem'>): Partial<ToolState> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored, tool: 'view' } : {};
  } catch {
    // What cannot be read was not written by this version: start anew.
    return {};
  }
}
