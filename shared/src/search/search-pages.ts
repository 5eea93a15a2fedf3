import { marksIn, matchPage, type Rank } from './match.ts';
import { type NormalForm, normalFormOf } from './normal-form.ts';
import type { SearchQuery } from './query.ts';
import { type Snippet, snippetOf } from './snippet.ts';

/** A page that answers. */
export interface PageHit {
  /** From 1. */
  readonly page: number;
  readonly rank: Rank;
  readonly places: number;
  readonly snippet: Snippet;
}

type PageOfText = { readonly page: number; readonly text: string };

/** Whoever types on searches the same pages again: each is folded once for as long as it is kept. */
const forms = new WeakMap<PageOfText, NormalForm>();

function formOf(page: PageOfText): NormalForm {
  const known = forms.get(page) ?? normalFormOf(page.text);
  forms.set(page, known);
  return known;
}

/** Pages of one paper that answer, in the order of the paper. Needs nothing but their texts: it works offline too. */
export function searchPages(pages: readonly PageOfText[], query: SearchQuery): PageHit[] {
  return pages.flatMap((given) => {
    const { page, text } = given;
    const match = matchPage(formOf(given), query);
    if (match === null) return [];
    return [{ page, ...match, snippet: snippetOf(text, marksIn(text, query)) }];
  });
}
