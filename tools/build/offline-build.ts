import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
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

/**
 * The files of a built app.
 * @returns paths with forward slashes, sorted; `build` changes with any of the contents
 */
export async function appFiles(
  folder: string,
): Promise<{ build: string; shell: string[]; keepable: { path: string; bytes: number }[] }> {
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
  const hash = createHash('sha256');
  const shell = [];
  const keepable = [];
  for (const path of paths) {
    const content = await readFile(join(folder, path));
    hash.update(path).update(content);
    if (shellEndings.has(extname(path))) shell.push(path);
    else keepable.push({ path, bytes: content.length });
  }
  return { build: hash.digest('hex').slice(0, 16), shell, keepable };
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

/**
 * Adds the service worker, `_headers`, and `offline.json` with the files that can be stored, to the built app. The worker is built
 * separately as one script without imports, because not every browser supports module workers there.
 */
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
      const files = await appFiles(folder);
      await writeFile(join(folder, '_headers'), netlifyHeaders());
      await writeFile(join(folder, 'offline.json'), JSON.stringify({ keepable: files.keepable }));
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        define: {
          BUILD: JSON.stringify(files.build),
          SHELL: JSON.stringify([...files.shell, 'offline.json']),
          HEADERS: JSON.stringify(headers),
          KEEPABLE: JSON.stringify(files.keepable.map(({ path }) => path)),
        },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2022',
          rollupOptions: {
            input: entry,
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      });
    },
  };
}
