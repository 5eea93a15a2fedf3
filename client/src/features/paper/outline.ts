import type { PDFDocumentProxy } from './pdf-engine.ts';

/** A place that the paper itself names: in its outline or behind a link. */
export interface Destination {
  /** From 1. */
  readonly page: number;
  /** Height on that page in points, y upwards; undefined: its upper edge. */
  readonly yPdf: number | undefined;
}

export interface OutlineEntry {
  readonly key: string;
  readonly title: string;
  /** From 0. */
  readonly depth: number;
  /** Null where it leads nowhere inside this paper. */
  readonly destination: Destination | null;
}

/** What pdf.js tells of a destination: its name, or a page with how it is shown. */
export type NamedDestination = string | readonly unknown[] | null | undefined;

/** Deeper than this an outline is a list of paragraphs. */
const deepest = 3;
const mostEntries = 1_000;

/** The paper's outline as a list in reading order; empty where it has none. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const entries: { title: string; depth: number; dest: NamedDestination }[] = [];
  function collect(nodes: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>, depth: number) {
    for (const { title, dest, items } of nodes ?? []) {
      if (entries.length >= mostEntries) return;
      entries.push({ title: title.trim(), depth, dest });
      if (depth + 1 < deepest) collect(items, depth + 1);
    }
  }
  collect(await pdf.getOutline(), 0);
  return Promise.all(
    entries.map(async ({ title, depth, dest }, index) => ({
      key: String(index),
      title,
      depth,
      destination: await destinationOf(pdf, dest),
    })),
  );
}

/** Where a destination leads; null when the paper has no such page. */
export async function destinationOf(
  pdf: PDFDocumentProxy,
  named: NamedDestination,
): Promise<Destination | null> {
  try {
    const explicit = typeof named === 'string' ? await pdf.getDestination(named) : named;
    const [target, fit] = explicit ?? [];
    const index = typeof target === 'number' ? target : await pdf.getPageIndex(target as never);
    if (!(index >= 0 && index < pdf.numPages)) return null;
    return { page: index + 1, yPdf: heightOf(fit, explicit ?? []) };
  } catch {
    return null;
  }
}

/** ISO 32000-2 §12.3.2.2: only these ways of showing a page name a height. */
function heightOf(fit: unknown, explicit: readonly unknown[]): number | undefined {
  const name = typeof fit === 'object' && fit !== null && 'name' in fit ? fit.name : undefined;
  const at = { XYZ: 3, FitH: 2, FitBH: 2, FitR: 5 }[String(name)];
  const value = at === undefined ? undefined : explicit[at];
  return typeof value === 'number' ? value : undefined;
}
