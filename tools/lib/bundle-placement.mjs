import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { sourceFingerprint } from './source-fingerprint.mjs';

/** What the study's own part and its page are built from. */
const SOURCES = {
  folders: ['tests/subject', 'src', 'workers', 'models', 'tools/lib'],
  files: /(?<!\.test)\.(ts|mjs|html|json|webp)$/,
  passedOver: new Set(['node_modules', 'weights', 'placement.json']),
  also: ['vite.config.ts', 'package-lock.json'],
};

const BUILD = 'placement-code-';
/** A run of the whole study takes hours and serves its page from its own build. */
const DAY = 24 * 60 * 60 * 1000;

/** @param {string} cache */
function dropOldBuilds(cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith(BUILD))) {
    const folder = join(cache, name);
    if (Date.now() - statSync(folder).mtimeMs > DAY) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} outDir */
async function buildForNode(outDir) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root,
    build: {
      ssr: join(root, 'tests/subject/placement/main.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
}

/** @param {string} outDir */
async function buildPage(outDir) {
  const { build, loadConfigFromFile } = await import('vite');
  const found = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(root, 'vite.config.ts'),
  );
  const config = found?.config ?? {};
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    root,
    // Only this page: merged with the app's own entries it would bring them along.
    build: { ...config.build, outDir, emptyOutDir: true, rollupOptions: { input: join(root, PAGE) } },
  });
}

/** The study's page, from the top of what is served. */
export const PAGE = 'tests/subject/placement/page/index.html';

/**
 * Bundles the study for Node, which runs no TypeScript, and builds its page with the app's own settings.
 * @param {string} cache
 * @param {(line: string) => void} say
 * @returns {Promise<{ pageFolder: string, study: import('./placement-arguments.mjs').PlacementStudy }>}
 */
export async function bundlePlacement(cache, say) {
  const folder = join(cache, `${BUILD}${sourceFingerprint(SOURCES)}`);
  if (!existsSync(folder)) {
    say('building the study');
    const part = `${folder}.${process.pid}.part`;
    await buildForNode(join(part, 'node'));
    await buildPage(join(part, 'page'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    dropOldBuilds(cache);
  }
  const study = await import(pathToFileURL(join(folder, 'node', 'main.mjs')).href);
  return { pageFolder: join(folder, 'page'), study };
}
