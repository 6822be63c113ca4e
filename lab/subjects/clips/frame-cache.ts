import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rendered frames of an unfinished clip, so that an interrupted run can continue. */
export interface FrameCache {
  readonly folder: string;
  /** File name pattern of the frames for ffmpeg. */
  readonly pattern: string;
  readonly has: (frame: number) => boolean;
  readonly put: (frame: number, jpeg: Buffer) => void;
  /** Number of frames in the cache. */
  readonly count: () => number;
  readonly clear: () => void;
}

const fileName = (frame: number) => `${String(frame).padStart(6, '0')}.jpg`;

/** @param made all inputs of the frames; a change of any input starts a new cache */
export function openFrameCache(parent: string, name: string, made: unknown): FrameCache {
  const key = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
  const folder = join(parent, `${name}-${key}`);
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    pattern: join(folder, '%06d.jpg'),
    has: (frame) => existsSync(join(folder, fileName(frame))),
    put(frame, jpeg) {
      // A frame is renamed only when complete, so that an interrupted write does not count.
      const part = join(folder, 'part');
      writeFileSync(part, jpeg);
      renameSync(part, join(folder, fileName(frame)));
    },
    count: () => readdirSync(folder).filter((file) => file.endsWith('.jpg')).length,
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
