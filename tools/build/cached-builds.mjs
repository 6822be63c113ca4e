import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';

/**
 * @param {string} folder from the top
 * @param {ReadonlySet<string>} passedOver names of files and folders
 * @returns {string[]} from the top, always in the same order
 */
function filesBelow(folder, passedOver) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !passedOver.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(inside, passedOver) : [inside];
    });
}

/**
 * A hash of the sources, which changes when one of them changes.
 * @param {object} sources
 * @param {readonly string[]} sources.folders from the top
 * @param {RegExp} sources.files matches the files below these folders that count
 * @param {ReadonlySet<string>} sources.passedOver names of files and folders that are left out
 * @param {readonly string[]} sources.also single files from the top
 */
export function sourceFingerprint({ folders, files, passedOver, also }) {
  const hash = createHash('sha256');
  const found = folders.flatMap((folder) => filesBelow(folder, passedOver)).filter((file) => files.test(file));
  for (const file of [...found, ...also]) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** One day in milliseconds. The placement study runs for hours and uses its build all the time. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes what has not changed for some days: builds of earlier sources, frames of abandoned clips.
 * @param {string} parent a folder that may be missing
 * @param {string} prefix only names that begin with it are removed
 * @param {number} [days]
 */
export function dropOld(parent, prefix, days = 1) {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name);
    // Another build may have renamed or removed it meanwhile.
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > days * DAY) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The folder of a build of these sources. It is made if there is none; builds that have not changed for a day are removed.
 * @param {object} wish
 * @param {string} wish.cache folder of all builds
 * @param {string} wish.name begins the names of these builds
 * @param {Parameters<typeof sourceFingerprint>[0]} wish.sources
 * @param {(part: string) => Promise<void>} wish.build makes the build in an empty folder
 * @returns {Promise<string>}
 */
export async function cachedBuild({ cache, name, sources, build }) {
  const folder = join(cache, `${name}${sourceFingerprint(sources)}`);
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}.part`;
    await build(part);
    takePlace(part, folder);
    dropOld(cache, name);
  }
  return folder;
}

/**
 * Moves a finished build into place. If another command built the same at the same time, its result is kept.
 * @param {string} part folder of the finished build
 * @param {string} folder its final place
 */
function takePlace(part, folder) {
  try {
    renameSync(part, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(part, { recursive: true, force: true });
  }
}
