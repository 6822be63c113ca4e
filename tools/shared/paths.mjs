import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Folder of the built app. */
export const distFolder = join(root, 'dist');

/**
 * A sentence that says why nothing can be built in this folder, or null.
 * @param {string} folder
 * @returns {string | null}
 */
export function unfitFolder(folder = root) {
  // The bundler takes what follows these signs for a part of an address.
  const sign = /[#?]/.exec(folder)?.[0];
  return sign === undefined
    ? null
    : `the bundler cannot read files in a folder whose path has "${sign}" (${folder}); rename it and run again.`;
}
