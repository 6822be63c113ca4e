import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode, buildPage } from './lab-builds.mjs';
import { cachedBuild } from '../build/cached-builds.mjs';

/** Sources of the study's code and of its page. */
const SOURCES = {
  folders: ['tests/lab', 'src', 'workers', 'models', 'tools'],
  files: /(?<!\.test)\.(ts|mjs|html|json|webp)$/,
  passedOver: new Set(['node_modules', 'weights', 'placement.json']),
  also: ['vite.config.ts', 'package-lock.json'],
};

const BUILD = 'placement-code-';

/** The study's page, from the top of what is served. */
export const PAGE = 'tests/lab/placement/page/index.html';

/**
 * Bundles the study for Node 20, which runs no TypeScript, and builds its page with the app's settings.
 * @param {string} cache
 * @param {(line: string) => void} say
 * @returns {Promise<{ pageFolder: string, study: import('./placement-arguments.mjs').PlacementStudy }>}
 */
export async function bundlePlacement(cache, say) {
  const folder = await cachedBuild({
    cache,
    name: BUILD,
    sources: SOURCES,
    build: async (part) => {
      say('building the study');
      await buildForNode('tests/lab/placement/main.ts', join(part, 'node'));
      await buildPage(PAGE, join(part, 'page'));
    },
  });
  const study = await import(pathToFileURL(join(folder, 'node', 'main.mjs')).href);
  return { pageFolder: join(folder, 'page'), study };
}
