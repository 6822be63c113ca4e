import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

/** What the lab is built from. */
const folders = ['tests/subject', 'src/body'];
const sources = /(?<!\.test)\.(ts|html)$/;

/** @param {string} folder from the top @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(inside) : [inside];
    });
}

/** Changes when a source of the lab changes. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = folders.flatMap(filesBelow).filter((file) => sources.test(file));
  for (const file of [...files, 'package-lock.json']) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Node 20 runs no TypeScript: bundles the lab's own part for it, and the stage's page for the browser.
 * @param {string} cache
 * @param {(line: string) => void} say
 * @returns {Promise<{ code: string, stageFolder: string, lab: import('./lab-tools.mjs').Lab }>}
 */
export async function bundleSubject(cache, say) {
  const code = fingerprint();
  const folder = join(cache, `code-${code}`);
  const done = join(folder, 'stage', 'index.html');
  if (!existsSync(done)) {
    say('building the lab');
    const { build } = await import('vite');
    const shared = /** @type {const} */ ({ configFile: false, logLevel: 'error', publicDir: false });
    await build({
      ...shared,
      root,
      build: {
        ssr: join(root, 'tests/subject/main.ts'),
        outDir: join(folder, 'node'),
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'main.mjs' } },
      },
    });
    await build({
      ...shared,
      root: join(root, 'tests/subject/stage'),
      base: './',
      build: {
        outDir: join(folder, 'stage'),
        emptyOutDir: true,
        target: 'es2022',
        chunkSizeWarningLimit: 2000,
      },
    });
  }
  const lab = await import(pathToFileURL(join(folder, 'node', 'main.mjs')).href);
  return { code, stageFolder: join(folder, 'stage'), lab };
}
