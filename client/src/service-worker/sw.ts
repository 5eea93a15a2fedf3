import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

/**
 * Keeps the application itself on the device, one build at a time. Nothing of what the server says about meetings
 * passes through here: what a person keeps stands encrypted in their vault, not in a cache.
 */
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

/** Files, what the server answers itself, and the wall: a screen that nobody touches must not keep an old build. */
const notPages = [/\.[^/]*$/, /^\/(api|socket\.io)(\/|$)/, /^\/(healthz|readyz|metrics|screen)$/];
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: notPages }));

/** Character maps of East Asian fonts: few papers need any, and then one or two of them. The path holds the version. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/pdfjs-[\d.]+\//.test(url.pathname),
  new CacheFirst({ cacheName: 'pdfjs' }),
);

/** The person has chosen the new build; the pages then load themselves anew. */
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
