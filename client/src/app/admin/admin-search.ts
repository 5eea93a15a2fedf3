import { paths } from '#platform/navigation';

const tabs = ['accounts', 'units', 'committees'] as const;
export type AdminTab = (typeof tabs)[number];

/** What the address of the page says: which part of it, and whose committee. */
export interface AdminSearch {
  readonly tab?: AdminTab;
  readonly unit?: string;
}

/** Anything else in the address is left out. */
export function adminSearch(search: { readonly [name: string]: unknown }): AdminSearch {
  const tab = tabs.find((known) => known === search.tab);
  return {
    ...(tab !== undefined && { tab }),
    ...(typeof search.unit === 'string' && { unit: search.unit }),
  };
}

export function adminHref(tab: AdminTab, unit: string | null = null): string {
  const search = new URLSearchParams({ ...(tab !== 'accounts' && { tab }), ...(unit !== null && { unit }) });
  return search.size === 0 ? paths.admin() : `${paths.admin()}?${search}`;
}
