import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Painted frames of a clip that is not finished yet; an interrupted run goes on where it stopped. */
export interface FrameCache {
  readonly folder: string;
  /** For ffmpeg: the files in their order. */
  readonly pattern: string;
  readonly has: (frame: number) => boolean;
  readonly put: (frame: number, jpeg: Buffer) => void;
  /** How many of the frames are there. */
  readonly count: () => number;
  readonly clear: () => void;
}

const fileName = (frame: number) => `${String(frame).padStart(6, '0')}.jpg`;

/** @param made everything that the frames follow from; other content, other frames */
export function openFrameCache(parent: string, name: string, made: unknown): FrameCache {
  const key = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
  const folder = join(parent, `${name}-${key}`);
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    pattern: join(folder, '%06d.jpg'),
    has: (frame) => existsSync(join(folder, fileName(frame))),
    put(frame, jpeg) {
      // A frame that was being written when the run stopped must not count as one.
      const part = join(folder, 'part');
      writeFileSync(part, jpeg);
      renameSync(part, join(folder, fileName(frame)));
    },
    count: () => readdirSync(folder).filter((file) => file.endsWith('.jpg')).length,
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
