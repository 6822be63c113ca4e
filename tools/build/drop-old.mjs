import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A run of the whole placement study takes hours and serves its page from its own build. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes what nobody has touched for a day: builds of earlier sources, frames of clips that were given up.
 * @param {string} parent a folder that may be missing
 * @param {string} prefix of the names that are meant
 */
export function dropOld(parent, prefix) {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name);
    if (Date.now() - statSync(folder).mtimeMs > DAY) rmSync(folder, { recursive: true, force: true });
  }
}
