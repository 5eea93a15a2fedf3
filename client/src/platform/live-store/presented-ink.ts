import type { InkPart, InkView, PresentedStroke } from '@hopso/shared/protocol';

/** What presenters drew and nobody has settled yet: strokes by the version of the paper they are on. */
export type InkLayers = { readonly [layer: string]: InkLayer };

export interface InkLayer {
  readonly paper: string;
  readonly version: number;
  readonly strokes: readonly PresentedStroke[];
}

export const inkKey = (paper: string, version: number): string => `${paper} ${version}`;

/** All that is known, from the answer to a `join`. */
export const inkOf = (views: readonly InkView[]): InkLayers =>
  views.reduce<InkLayers>((layers, view) => withLayer(layers, view), {});

/** The layer as it is from now on; an empty one is gone. */
export function withLayer(layers: InkLayers, { paper, version, strokes }: InkView): InkLayers {
  const { [inkKey(paper, version)]: _, ...others } = layers;
  if (strokes.length === 0) return others;
  return { ...others, [inkKey(paper, version)]: { paper, version, strokes } };
}

/** With what came to one stroke. A piece that does not fit on what is known comes too late: the whole is on its way. */
export function withPart(layers: InkLayers, { paper, version, stroke, from }: InkPart): InkLayers {
  const strokes = layers[inkKey(paper, version)]?.strokes ?? [];
  const index = strokes.findIndex(({ id }) => id === stroke.id);
  const known = strokes[index]?.points ?? [];
  if (from > known.length) return layers;
  const grown = { ...stroke, points: [...known.slice(0, from), ...stroke.points] };
  const now = index < 0 ? [...strokes, grown] : strokes.with(index, grown);
  return { ...layers, [inkKey(paper, version)]: { paper, version, strokes: now } };
}
