import { TAKE_OVER } from '../offline.api.ts';
import { AppFiles } from './app-files.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build (`tools/build/offline-build.mjs`), so that every build is another script. */
declare const BUILD: string;
declare const SHELL: readonly string[];
declare const KEEPABLE: readonly string[];

const files = new AppFiles({
  caches,
  fetch: (...request) => fetch(...request),
  home: new URL('./', self.location.href).href,
  build: BUILD,
  shell: SHELL,
  keepable: KEEPABLE,
});

self.addEventListener('install', (event) => event.waitUntil(files.install()));

// The first visit is served from here at once, so that what it uses is kept.
self.addEventListener('activate', (event) => event.waitUntil(files.clearOld().then(() => self.clients.claim())));

// A new version waits until the person asks for it.
self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const answer = files.answer(event.request, (work) => event.waitUntil(work));
  if (answer) event.respondWith(answer);
});
