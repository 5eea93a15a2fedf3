import type { LineWords, PagesCompared } from '@hopso/shared/paper';

/** One version for comparing: its words and where its file lies. */
export interface ComparedFile {
  readonly file: string;
  readonly pages: ReadonlyArray<{ readonly page: number; readonly lines: readonly LineWords[] }>;
}

/** What the comparing process is asked. */
export interface ComparisonOrder {
  readonly older: ComparedFile;
  readonly newer: ComparedFile;
}

/** What it says: `ready` once, then one answer per order. */
export type ComparisonReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'compared'; readonly compared: PagesCompared };
