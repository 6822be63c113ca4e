import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIP_SET, type SetClip } from './clip-set.ts';

/** What is known of one clip of the set, to tell whether it is still the one that was made. */
export interface ManifestEntry extends SetClip {
  readonly clip: string;
  /** SHA-256 of the files. The truth is made anew number for number; a video may differ in a few bytes on another machine. */
  readonly truth: string;
  readonly video: string;
}

export const MANIFEST = 'manifest.json';

export const clipName = ({ recipe, seed }: SetClip): string => `${recipe}-${seed}`;

export const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Writes the manifest of the set in a folder that holds all of it. */
export function writeManifest(folder: string): void {
  const entries = CLIP_SET.map((one): ManifestEntry => {
    const clip = clipName(one);
    return {
      clip,
      ...one,
      truth: hashOf(join(folder, `${clip}.truth.json`)),
      video: hashOf(join(folder, `${clip}.webm`)),
    };
  });
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(entries, null, 2)}\n`);
}
