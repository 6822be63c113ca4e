import { type ListedFile, TAKE_OVER } from '../offline.api.ts';
import { AppFiles } from './app-files.ts';

declare const self: ServiceWorkerGlobalScope;
/** Inserted by the build (`tools/build/offline-build.ts`): another script for each build, so browsers update it. */
declare const BUILD: string;
declare const LIST: ListedFile;
declare const ENTRIES: readonly string[];
/** The list of headers for every host (`tools/browser/headers.json`). */
declare const HEADERS: Readonly<Record<string, string>>;

const files = new AppFiles({
  caches,
  fetch: (...request) => fetch(...request),
  home: new URL('./', self.location.href).href,
  build: BUILD,
  list: LIST,
  entries: ENTRIES,
  headers: HEADERS,
});

self.addEventListener('install', (event) =>
  event.waitUntil(files.install().then((isUrgent) => (isUrgent ? self.skipWaiting() : undefined))),
);

// Takes control of the page at its first visit, so that the files it uses are stored.
self.addEventListener('activate', (event) => event.waitUntil(files.clearOld().then(() => self.clients.claim())));

// A new version waits until the user asks for it.
self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const answer = files.answer(event.request, (work) => event.waitUntil(work));
  if (answer) event.respondWith(answer);
});
