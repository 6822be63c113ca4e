import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dropOld } from '../build/drop-old.mjs';
import { buildForNode, buildPage } from './lab-builds.mjs';
import { sourceFingerprint } from '../build/source-fingerprint.mjs';

/** What the study's own part and its page are built from. */
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
    await buildForNode('tests/lab/placement/main.ts', join(part, 'node'));
    await buildPage(PAGE, join(part, 'page'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    dropOld(cache, BUILD);
  }
  const study = await import(pathToFileURL(join(folder, 'node', 'main.mjs')).href);
  return { pageFolder: join(folder, 'page'), study };
}
