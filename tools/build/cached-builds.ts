import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';

/**
 * @param folder from the top
 * @param passedOver names of files and folders
 * @returns from the top, always in the same order
 */
function filesBelow(folder: string, passedOver: ReadonlySet<string>): string[] {
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
 * @param sources.folders from the top
 * @param sources.files matches the files below these folders that count
 * @param sources.passedOver names of files and folders that are left out
 * @param sources.also single files from the top
 */
export function sourceFingerprint({
  folders,
  files,
  passedOver,
  also,
}: {
  folders: readonly string[];
  files: RegExp;
  passedOver: ReadonlySet<string>;
  also: readonly string[];
}) {
  const hash = createHash('sha256');
  const found = folders.flatMap((folder) => filesBelow(folder, passedOver)).filter((file) => files.test(file));
  for (const file of [...found, ...also]) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** One day in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes what has not changed for some days: builds of earlier sources, frames of abandoned clips.
 * @param parent a folder that may be missing
 * @param prefix only names that begin with it are removed
 */
export function dropOld(parent: string, prefix: string, days: number = 1) {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name);
    // Another build may have renamed or removed it meanwhile.
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > days * DAY) rmSync(folder, { recursive: true, force: true });
  }
}
