import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../../tools/shared/progress.ts';

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * A picture of a collection: at the first of the places where there is one.
 * @param sha256 of the picture that is meant; absent: any
 * @returns null: there is none, or only another picture, which is said
 */
export function pictureAt(folder: string, places: readonly string[], sha256?: string): string | null {
  const there = places.map((place) => join(folder, place)).filter((place) => existsSync(place));
  const found = there.find((place) => !sha256 || hashOf(place) === sha256) ?? null;
  if (found === null && there[0]) say(`"${there[0]}" is not the picture that is meant, so it is left out.`);
  return found;
}
