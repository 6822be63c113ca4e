import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode } from './lab-builds.mjs';
import { root } from '../shared/paths.mjs';
import { dropOld, sourceFingerprint } from '../build/cached-builds.mjs';

/** Sources of the lab. A change of one gives the code a new name. */
const SOURCES = {
  folders: ['tests/lab', 'src/instrument'],
  files: /(?<!\.test)\.(ts|html)$/,
  passedOver: new Set(['node_modules']),
  also: ['package-lock.json'],
};

/**
 * Bundles the lab for Node 20, which runs no TypeScript, and builds the page of the stage.
 * @param {string} cache
 * @param {(line: string) => void} say
 * @returns {Promise<{ code: string, stageFolder: string, lab: import('./lab-tools.mjs').Lab }>}
 */
export async function bundleSubject(cache, say) {
  const code = sourceFingerprint(SOURCES);
  const folder = join(cache, `code-${code}`);
  const done = join(folder, 'stage', 'index.html');
  if (!existsSync(done)) {
    say('building the lab');
    const { build } = await import('vite');
    dropOld(cache, 'code-');
    dropOld(join(cache, 'frames'), '');
    await buildForNode('tests/lab/main.ts', join(folder, 'node'));
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      root: join(root, 'tests/lab/stage'),
      base: '../',
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
