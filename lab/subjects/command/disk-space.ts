import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, ExitError } from '../../../tools/shared/exit-error.ts';

const MEGABYTE = 1e6;
/** Bytes of a noisy 960 × 540 frame in the cache. */
const FRAME_BYTES = 260_000;
/** Bytes for bodies, code and the clip itself. */
const REST = 60 * MEGABYTE;

/** Creates a folder and its parents. Node's `recursive` option hangs on file systems without folders (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Creates a folder and checks that the disk has room for its files.
 * @param frames number of frames that lie there at the same time
 * @throws {ExitError} when the disk is too full or the folder cannot be created
 */
export function makeRoomFor(
  folder: string,
  frames: number,
  free = (path: string) => {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  },
): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ExitError(EXIT.noSpace, `the folder "${folder}" cannot be made (${code}); choose another with --out.`);
  }
  const needed = frames * FRAME_BYTES + REST;
  const there = free(folder);
  if (there >= needed) return;
  const inMegabytes = (bytes: number) => Math.ceil(bytes / MEGABYTE);
  throw new ExitError(
    EXIT.noSpace,
    `"${folder}" has ${inMegabytes(there)} MB free, but ${inMegabytes(needed)} MB are needed; make room and run again.`,
  );
}
