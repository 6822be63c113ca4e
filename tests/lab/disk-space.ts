import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LabTools } from '../../tools/lab/lab-tools.mjs';

const MEGABYTE = 1e6;
/** A frame of 960×540 in the cache with much noise, bytes. */
const FRAME_BYTES = 260_000;
/** Bodies, code and the clip itself. */
const REST = 60 * MEGABYTE;

/** Node's own `recursive` never returns where a file system takes no folders (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Makes a folder that there is room in.
 * @param frames that will lie there at the same time
 * @throws what `refuse` makes, when the disk is too full or the folder cannot be made
 */
export function makeRoomFor(
  folder: string,
  frames: number,
  refuse: LabTools['refuse'],
  free = (path: string) => {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  },
): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw refuse('space', `the folder "${folder}" cannot be made (${code}); choose another with --out.`);
  }
  const needed = frames * FRAME_BYTES + REST;
  const there = free(folder);
  if (there >= needed) return;
  const inMegabytes = (bytes: number) => Math.ceil(bytes / MEGABYTE);
  throw refuse(
    'space',
    `"${folder}" has ${inMegabytes(there)} MB free, but ${inMegabytes(needed)} MB are needed; make room and run again.`,
  );
}
