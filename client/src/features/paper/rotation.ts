import { useCallback, useState } from 'react';
import type { PageViewport, PDFPageProxy } from './pdf-engine.ts';

/** Quarter turns to the right, in degrees, over what the paper itself says. */
export const rotations = [0, 90, 180, 270] as const;
export type Rotation = (typeof rotations)[number];

export const isSideways = (rotation: number): boolean => rotation % 180 !== 0;

const keyOf = (paper: string): string => `hopso.rotation.${paper}`;

/** How this person turned a paper on this device, and turning it on by a quarter. */
export function useRotation(paper: string): readonly [Rotation, () => void] {
  const [rotation, setRotation] = useState(() => rememberedRotation(paper));
  const turn = useCallback(() => {
    const next = rotations[(rotations.indexOf(rotation) + 1) % rotations.length] ?? 0;
    setRotation(next);
    remember(paper, next);
  }, [paper, rotation]);
  return [rotation, turn];
}

/** How a paper was turned the last time. */
export function rememberedRotation(paper: string): Rotation {
  const stored = Number(localStorage.getItem(keyOf(paper)));
  return rotations.find((rotation) => rotation === stored) ?? 0;
}

function remember(paper: string, rotation: Rotation): void {
  if (rotation === 0) localStorage.removeItem(keyOf(paper));
  else localStorage.setItem(keyOf(paper), String(rotation));
}

/** A page as it stands on the screen: the paper's own rotation, and the reader's over it. */
export function viewportOf(proxy: PDFPageProxy, rotation: Rotation, scale: number): PageViewport {
  return proxy.getViewport({ scale, rotation: (proxy.rotate + rotation) % 360 });
}

/** In CSS pixels at 100 %. */
export function naturalSize(
  proxy: PDFPageProxy,
  rotation: Rotation,
): { readonly width: number; readonly height: number } {
  return viewportOf(proxy, rotation, 1);
}
