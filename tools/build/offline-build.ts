import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import type { ListedFile, OfflineList } from '../../workers/offline.api.ts';
import { caching, contentTypes } from '../browser/static-answer.ts';

/** Headers for isolation and security, which the service worker adds where a host cannot send them. */
const headers: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../browser/headers.json', import.meta.url), 'utf8'),
);
const entry = fileURLToPath(new URL('../../workers/offline/service-worker.ts', import.meta.url));

/**
 * Files of these types are always stored: every screen needs them, and the licences belong to the app. Others are stored on request or after use.
 */
const shellEndings = new Set(['.html', '.js', '.css', '.webmanifest', '.svg', '.png', '.txt']);
/** Beside the app in its folder, but not asked for by it: compressed copies, and what hosts read. */
const besides = /\.(br|gz)$|^_headers$/;

/**
 * Served by the development server instead of the service worker. It removes the worker that an earlier `npm start`
 * left at the same address, which would go on showing the built app.
 */
const retired = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('truehip-shell-')).map((name) => caches.delete(name)));
  await self.registration.unregister();
  for (const page of await self.clients.matchAll()) await page.navigate(page.url);
})()));
`;

/** A file as the service worker knows it; `ListedFile` says how long the hash is, and why. */
const listed = (path: string, content: Buffer): ListedFile => ({
  path,
  bytes: content.length,
  hash: createHash('sha256').update(content).digest('base64').slice(0, 16),
});

/** The files of a built app. @returns paths with forward slashes, sorted */
export async function appFiles(folder: string): Promise<OfflineList> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((one) => one.isFile() && !one.name.startsWith('.'))
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !besides.test(path) && !['service-worker.js', 'offline.json'].includes(path))
    .sort();
  const shell: ListedFile[] = [];
  const keepable: ListedFile[] = [];
  const pages: Record<string, string> = {};
  for (const path of paths) {
    const content = await readFile(join(folder, path));
    (shellEndings.has(extname(path)) ? shell : keepable).push(listed(path, content));
    if (path.endsWith('.html')) pages[path] = content.toString();
  }
  const endings = new Set(paths.map((path) => extname(path)));
  const types = Object.fromEntries(Object.entries(contentTypes).filter(([ending]) => endings.has(ending)));
  return { shell, keepable, pages, types };
}

/**
 * The file `_headers` for Netlify, inside of the built folder. Netlify joins the values of a header that two rules set, and sends
 * "public, max-age=0, must-revalidate" of its own where none does, so only the assets get a rule of caching.
 */
export const netlifyHeaders = (): string => `/*
${Object.entries(headers)
  .map(([name, value]) => `  ${name}: ${value}`)
  .join('\n')}
/*.webmanifest
  Content-Type: ${contentTypes['.webmanifest']}
/assets/*
  Cache-Control: ${caching.hashed}
`;

/** Stands in the service worker for the name of its build until the script is written: the name follows from the script. */
const nameless = 'nameless-build-0';

/** The service worker, as one script without imports, because not every browser supports module workers there. */
async function builtWorker(list: ListedFile, entries: readonly string[]): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: {
      BUILD: JSON.stringify(nameless),
      LIST: JSON.stringify(list),
      ENTRIES: JSON.stringify(entries),
      HEADERS: JSON.stringify(headers),
    },
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: 'service-worker.js' } },
    },
  });
  const [script] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const { code } = script as Rolldown.OutputChunk;
  const name = createHash('sha256').update(code).digest('hex').slice(0, nameless.length);
  return code.replaceAll(nameless, name);
}

/** Writes the list of the files of a built app, and the service worker that trusts no other list, into its folder. */
export async function addOffline(folder: string): Promise<void> {
  const list = await appFiles(folder);
  const text = Buffer.from(JSON.stringify(list));
  const paths = [...list.shell, ...list.keepable].map(({ path }) => path);
  const entries = new Set(['offline.json', ...paths].map((path) => path.replace(/\/.*$/, '')));
  await writeFile(join(folder, 'offline.json'), text);
  await writeFile(join(folder, 'service-worker.js'), await builtWorker(listed('offline.json', text), [...entries]));
}

/** Adds the service worker, its list of files, and `_headers` to the built app. */
export function offlineBuild(): Plugin {
  let folder = '';
  return {
    name: 'truehip-offline',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    configureServer({ middlewares }) {
      middlewares.use('/service-worker.js', (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(retired);
      });
    },
    async writeBundle() {
      // Test pages are built with the same settings and need no service worker.
      if (!existsSync(join(folder, 'index.html'))) return;
      await writeFile(join(folder, '_headers'), netlifyHeaders());
      await addOffline(folder);
    },
  };
}
