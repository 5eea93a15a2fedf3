import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ParsedLocation,
  redirect,
} from '@tanstack/react-router';
import { meQuery, type SignInSearch } from '#identity';
import { onSignedOut } from '#platform/api';
import { paths } from '#platform/navigation';
import { holderSignedOut } from '#platform/offline';
import { adminSearch } from './admin/admin-search.ts';
import { Frame } from './frame.tsx';
import { NotFoundPage, PageFailure, PagePending } from './page-states.tsx';

interface RouteContext {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<RouteContext>()({
  component: Frame,
  notFoundComponent: NotFoundPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): SignInSearch => ({
    ...(typeof search.next === 'string' && { next: search.next }),
    ...(search.ended === true && { ended: true }),
  }),
  component: lazyRouteComponent(() => import('#pages/identity/sign-in-page'), 'SignInPage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ context, location }) => requireSignIn(context.queries, location),
});

/** Pages under the common header; the others fill the screen and bring their own. */
const shell = createRoute({
  getParentRoute: () => signedIn,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('#pages/meeting/home-page'), 'HomePage'),
});

const password = createRoute({
  getParentRoute: () => shell,
  path: '/password',
  component: lazyRouteComponent(() => import('#pages/identity/password-page'), 'PasswordPage'),
});

const workspace = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings/$meeting',
  component: lazyRouteComponent(() => import('#pages/meeting/workspace-page'), 'WorkspacePage'),
});

const newMeeting = createRoute({
  getParentRoute: () => shell,
  path: '/meetings/new',
  component: lazyRouteComponent(() => import('./prepare/new-meeting-page.tsx'), 'NewMeetingPage'),
});

const prepare = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings/$meeting/prepare',
  component: lazyRouteComponent(() => import('./prepare/prepare-page.tsx'), 'PreparePage'),
});

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings/$meeting/desk',
  component: lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage'),
});

const admin = createRoute({
  getParentRoute: () => shell,
  path: '/admin',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./admin/admin-page.tsx'), 'AdminPage'),
});

const result = createRoute({
  getParentRoute: () => shell,
  path: '/meetings/$meeting/result',
  component: lazyRouteComponent(() => import('./result/result-page.tsx'), 'ResultPage'),
});

const resultPaper = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings/$meeting/result/papers/$paper',
  component: lazyRouteComponent(() => import('./result/result-paper-page.tsx'), 'ResultPaperPage'),
});

/** The hall's own address: the device link behind the `#` is all it needs. */
const screen = createRoute({
  getParentRoute: () => root,
  path: '/screen',
  component: lazyRouteComponent(() => import('./screen/screen-page.tsx'), 'ScreenPage'),
});

async function requireSignIn(queries: QueryClient, { href, pathname }: ParsedLocation): Promise<void> {
  const me = await queries.ensureQueryData(meQuery);
  if (!me.signedIn) throw redirect({ href: signInHref(href) });
  if (me.passwordChangeRequired && pathname !== paths.password()) throw redirect({ href: paths.password() });
  if (me.meetingScope === null) return;
  const only = paths.meeting(me.meetingScope);
  if (pathname !== only && !pathname.startsWith(`${only}/`)) throw redirect({ href: only });
}

function signInHref(next: string, ended = false): string {
  const search = new URLSearchParams();
  if (next !== paths.home()) search.set('next', next);
  if (ended) search.set('ended', 'true');
  return search.size === 0 ? paths.signIn() : `${paths.signIn()}?${search}`;
}

const routeTree = root.addChildren([
  signIn,
  screen,
  signedIn.addChildren([
    shell.addChildren([home, password, newMeeting, result, admin]),
    workspace,
    desk,
    prepare,
    resultPaper,
  ]),
]);

/** The routes of the whole application; every page is its own chunk. */
export function createAppRouter(queries: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queries },
    defaultErrorComponent: PageFailure,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 200,
    defaultPreload: false,
    scrollRestoration: false,
  });
  onSignedOut(() => {
    const { href, pathname } = router.state.location;
    // A fresh page holds nothing of the person who was signed in.
    if (pathname === paths.signIn()) return;
    void holderSignedOut().finally(() => location.replace(signInHref(href, true)));
  });
  return router;
}
