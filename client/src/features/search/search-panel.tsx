import { MOST_QUERY_LETTERS } from '@hopso/shared/search';
import type { MeetingView, PaperView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import { Switch, TextField } from '#ui';
import type { FoundPlace } from './finder-part.tsx';
import styles from './search-panel.module.css';
import { SearchResults } from './search-results.tsx';
import type { Finder } from './use-finder.ts';
import { useSearch } from './use-search.ts';

interface SearchPanelProps {
  readonly view: MeetingView;
  readonly finder: Finder;
  readonly paper: PaperView | null;
  readonly onJump: (place: FoundPlace) => void;
}

/** Words to look for, where, and what was found. */
export function SearchPanel({ view, finder, paper, onJump }: SearchPanelProps) {
  const { t } = useTranslation('search');
  const { query, setQuery, isInAll, setInAll } = finder;
  const scope = paper === null || isInAll ? 'meeting' : 'paper';
  const search = useSearch({ view, paper, scope, query });
  return (
    <>
      <search className={styles.form}>
        <TextField
          label={t('label')}
          hint={t('hint')}
          inputMode="search"
          autoFocus
          maxLength={MOST_QUERY_LETTERS}
          value={query}
          onChange={setQuery}
          testId="search-input"
        />
        {paper !== null && (
          <Switch label={t('inAll')} value={isInAll} onChange={setInAll} testId="search-all" />
        )}
      </search>
      <SearchResults search={search} view={view} onJump={onJump} />
    </>
  );
}
