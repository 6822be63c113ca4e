import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';
import type { Truth } from '../scoring/clip-truth.ts';

/** The clips that can be scored: a video with its truth file beside it. */

type ClipTruth = Truth & { variant?: string; subject?: { heightMetres?: number } };

export interface ClipWithTruth {
  /** File name without its ending; with the folder in front if two folders contain it. */
  name: string;
  video: string;
  truth: ClipTruth;
  /** Of the truth file; shows whether a reference was made with the same clip. */
  fingerprint: string;
}

const ENDINGS = ['.webm', '.mp4', '.mkv', '.mov'];
const TRUTH = '.truth.json';

/** Hex digits of the fingerprint. */
const FINGERPRINT = 12;

/** @param drills names in the truth files, or names of variants; null: all */
export function clipsWithTruth(folders: readonly string[], drills: readonly string[] | null): ClipWithTruth[] {
  const clips = new Map<string, ClipWithTruth>();
  for (const folder of new Set(folders.map((one) => resolve(one)))) {
    for (const clip of clipsIn(folder)) {
      if (drills !== null && !isSelected(clip.truth, drills)) continue;
      const taken = clips.has(clip.name);
      const name = taken ? `${basename(folder)}/${clip.name}` : clip.name;
      if (clips.has(name)) {
        throw new ExitError(EXIT.usage, `two of the folders are called alike and both have "${clip.name}".`);
      }
      clips.set(name, { ...clip, name });
    }
  }
  if (clips.size > 0) return [...clips.values()];
  const wanted = drills === null ? '' : ` of ${drills.join(', ')}`;
  throw new ExitError(
    EXIT.noFile,
    `there is no clip${wanted} with a truth file in ${folders.map((one) => `"${one}"`).join(', ')}.`,
  );
}

/** Whether the clip is of one of these drills or variants. */
export const isSelected = ({ drill, variant }: ClipTruth, drills: readonly string[]) =>
  drills.includes(drill) || (variant !== undefined && drills.includes(`${drill}-${variant}`));

function clipsIn(folder: string): ClipWithTruth[] {
  if (!existsSync(folder)) throw new ExitError(EXIT.noFile, `there is no folder "${folder}".`);
  return readdirSync(folder)
    .filter((name) => name.endsWith(TRUTH))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -TRUTH.length);
      const video = ENDINGS.map((ending) => join(folder, name + ending)).find(existsSync);
      return video ? [{ name, video, ...readTruth(join(folder, file)) }] : [];
    });
}

function readTruth(file: string): { truth: ClipTruth; fingerprint: string } {
  const text = readFileSync(file, 'utf8');
  const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, FINGERPRINT);
  return { truth: JSON.parse(text) as ClipTruth, fingerprint };
}

/** The request to the app for a clip with truth: the person's side and height, and the phases that were performed. */
export const requestFor = (truth: ClipTruth) => ({
  drill: truth.drill,
  variant: truth.variant ?? null,
  side: truth.side,
  goal: 'prep' as const,
  subjectHeight: truth.subject?.heightMetres ?? 1.7,
  timeline: { phases: truth.phases },
  model: 'auto' as const,
});
