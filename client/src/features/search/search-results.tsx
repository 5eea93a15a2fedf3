import type { SearchHit, UnsearchedPaper } from '@hopso/shared/search';
import type { MeetingView } from '@hopso/shared/session';
import { Fragment, type ReactNode } from 'react';
import { usePageName } from '#paper';
import { formatNumber, problemText, useTranslation } from '#platform/i18n';
import { Badge, EmptyState, FailurePanel, Skeleton } from '#ui';
import type { FoundPlace } from './finder-part.tsx';
import styles from './search-results.module.css';
import type { Found, SearchState } from './use-search.ts';

interface SearchResultsProps {
  readonly search: SearchState;
  readonly view: MeetingView;
  readonly onJump: (place: FoundPlace) => void;
}

/** Pages that hold the words, under their papers; and what could not be searched. */
export function SearchResults({ search, view, onJump }: SearchResultsProps) {
  const { t } = useTranslation(['search', 'common']);
  const { found, problem, isSearching, retry } = search;
  if (problem !== null) {
    return (
      <FailurePanel
        title={t('failed')}
        action={{ label: t('action.retry', { ns: 'common' }), onClick: retry }}
      >
        <p>{problemText(problem)}</p>
      </FailurePanel>
    );
  }
  if (found === null) return isSearching ? <Skeleton rows={5} /> : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also from the keyboard
    <div className={styles.results} tabIndex={0} data-testid="search-results">
      <Summary found={found} />
      {byPaper(found.hits).map(([first, ...others]) => (
        <section key={first.paperId} className={styles.group} aria-label={first.title}>
          <h3 className={styles.paper}>
            {first.itemNumber}. {first.title}
          </h3>
          {first.isRecognised && <Badge tone="notice">{t('recognised')}</Badge>}
          <ul className={styles.list}>
            {[first, ...others].map((hit) => (
              <li key={hit.page}>
                <Hit hit={hit} pages={pagesOf(view, hit)} onJump={onJump} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Summary({ found }: { readonly found: Found }) {
  const { t } = useTranslation('search');
  const { hits, total, unsearched } = found;
  // A scan without words was not searched: "nothing found" would say too much.
  const wasSearched = hits.length > 0 || unsearched.length === 0;
  return (
    <div role="status" className={styles.summary} data-testid="search-summary">
      {total.pages > 0 && (
        <p>{t('count', { places: formatNumber(total.places), pages: formatNumber(total.pages) })}</p>
      )}
      {total.pages > hits.length && <p>{t('more', { shown: hits.length })}</p>}
      {total.pages === 0 && wasSearched && <EmptyState>{t('none')}</EmptyState>}
      {found.isFromDevice && <p>{t('offline')}</p>}
      <Unsearched papers={unsearched} reason="no-text">
        {t('noText')}
      </Unsearched>
      <Unsearched papers={unsearched} reason="pending">
        {t('pending')}
      </Unsearched>
    </div>
  );
}

interface UnsearchedProps {
  readonly papers: readonly UnsearchedPaper[];
  readonly reason: UnsearchedPaper['reason'];
  readonly children: ReactNode;
}

function Unsearched({ papers, reason, children }: UnsearchedProps) {
  const named = papers.filter((paper) => paper.reason === reason);
  if (named.length === 0) return null;
  return (
    <div className={styles.unsearched} data-testid={`search-${reason}`}>
      <p>{children}</p>
      <ul>
        {named.map(({ paperId, itemNumber, title }) => (
          <li key={paperId}>
            {itemNumber}. {title}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The pages of the version that was searched. */
function pagesOf({ papers }: MeetingView, { paperId, version, page }: SearchHit): number {
  return papers[paperId]?.versions.find((each) => each.version === version)?.pages ?? page;
}

interface HitProps {
  readonly hit: SearchHit;
  readonly pages: number;
  readonly onJump: (place: FoundPlace) => void;
}

function Hit({ hit, pages, onJump }: HitProps) {
  const { itemId, paperId, version, page, label, snippet } = hit;
  const nameOf = usePageName();
  return (
    <button
      type="button"
      className={styles.hit}
      onClick={() => onJump({ itemId, paperId, version, page })}
      data-testid={`search-hit-${page}`}
    >
      <span className={styles.page}>{nameOf({ page, label, pages })}</span>
      <span className={styles.snippet}>{marked(snippet)}</span>
    </button>
  );
}

function marked({ text, marks }: SearchHit['snippet']): ReactNode {
  const ends = [0, ...marks.map(([, end]) => end)];
  return (
    <>
      {marks.map(([start = 0, end], index) => (
        <Fragment key={start}>
          {text.slice(ends[index], start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}

/** The papers in the order of their best page, the best pages of each first (F3). */
function byPaper(hits: readonly SearchHit[]): readonly (readonly [SearchHit, ...SearchHit[]])[] {
  const groups = Map.groupBy(hits, ({ paperId }) => paperId);
  return [...groups.values()] as [SearchHit, ...SearchHit[]][];
}
