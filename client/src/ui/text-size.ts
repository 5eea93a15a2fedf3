/** Percent of the base size. */
export const textSizes = [100, 115, 130, 150] as const;
export type TextSize = (typeof textSizes)[number];

const key = 'hopso.text-size';

/** The reader's own text size on this device; applied by page.css through `data-text-size`. */
export function textSize(): TextSize {
  const stored = Number(localStorage.getItem(key));
  return textSizes.find((size) => size === stored) ?? 100;
}

export function setTextSize(size: TextSize): void {
  localStorage.setItem(key, String(size));
  document.documentElement.dataset.textSize = String(size);
}
