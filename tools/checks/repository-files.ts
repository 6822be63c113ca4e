import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';

/** Folders that are not checked: git's own and those that git ignores. */
const passedOver = new Set(['.git', 'node_modules', 'dist', '.cache', 'models/weights', 'tests/out', 'test-results']);

/**
 * The files of the repository, without those that git ignores.
 * @param folder path from the top folder; absent: everything
 * @returns paths from the top folder, with forward slashes
 */
export async function filesBelow(folder: string = ''): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    // Packages are also installed in a folder below, for the lab.
    if (passedOver.has(path) || entry.name === 'node_modules' || entry.name === '__pycache__') return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
  return (await Promise.all(lists)).flat();
}
