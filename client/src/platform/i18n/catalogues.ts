import type { ResourceKey } from 'i18next';
import auth from './vi/auth.json' with { type: 'json' };
import common from './vi/common.json' with { type: 'json' };
import home from './vi/home.json' with { type: 'json' };
import meeting from './vi/meeting.json' with { type: 'json' };
import problem from './vi/problem.json' with { type: 'json' };
import voting from './vi/voting.json' with { type: 'json' };

/** What every member's tablet needs: there from the first moment. */
export const bundled = { auth, common, home, meeting, problem, voting };

/** Areas that few people open: each comes with its own pages. */
const fetched = {
  access: () => import('./vi/access.json'),
  admin: () => import('./vi/admin.json'),
  annotation: () => import('./vi/annotation.json'),
  copies: () => import('./vi/copies.json'),
  desk: () => import('./vi/desk.json'),
  document: () => import('./vi/document.json'),
  follow: () => import('./vi/follow.json'),
  offline: () => import('./vi/offline.json'),
  prepare: () => import('./vi/prepare.json'),
  reader: () => import('./vi/reader.json'),
  result: () => import('./vi/result.json'),
  screen: () => import('./vi/screen.json'),
  search: () => import('./vi/search.json'),
  version: () => import('./vi/version.json'),
};

type Fetched = typeof fetched;
export type Catalogues = typeof bundled & {
  [Area in keyof Fetched]: Awaited<ReturnType<Fetched[Area]>>['default'];
};
export type Area = keyof Catalogues;
export type Language = 'vi' | 'en';

/** The texts of one area; Vietnamese is the source, English mirrors it. */
export async function loadCatalogue(language: string, area: string): Promise<ResourceKey> {
  if (language === 'en') {
    const { english } = await import('./en/index.ts');
    return english[area as Area];
  }
  if (area in bundled) return bundled[area as keyof typeof bundled];
  const { default: catalogue } = await fetched[area as keyof Fetched]();
  return catalogue;
}
