import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const CLIP = /^(?<name>.+-\d+-drawn-\d+)(?:\.webm|\.truth\.json)$/;

/**
 * Clips of an earlier held-back set move into `spent` beside those of this one: whoever measures the folder measures one set.
 * @param names of this set's clips
 * @returns the clips that moved
 */
export function setSpentAside(folder: string, names: ReadonlySet<string>): readonly string[] {
  if (!existsSync(folder)) return [];
  const moved = new Set<string>();
  for (const file of readdirSync(folder)) {
    const name = CLIP.exec(file)?.groups?.['name'];
    if (name === undefined || names.has(name)) continue;
    mkdirSync(join(folder, 'spent'), { recursive: true });
    renameSync(join(folder, file), join(folder, 'spent', file));
    moved.add(name);
  }
  return [...moved].sort();
}
