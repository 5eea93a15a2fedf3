export { type SearchHit, searchMeeting, type UnsearchedPaper } from './contract.ts';
export { type Mark, marksIn, matchPage, type PageMatch, type Rank } from './match.ts';
export { type NormalForm, normalFormOf } from './normal-form.ts';
export { MOST_QUERY_LETTERS, parseQuery, type SearchQuery } from './query.ts';
export { type PageHit, searchPages } from './search-pages.ts';
export { type Snippet, snippetOf } from './snippet.ts';
