import { isoAtPlace } from '../../app/session/set-plans.ts';
import { type Clip, openClip } from '../../app/sources/clip-reader.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';

/** A video that the person has chosen and this browser can read. */
export interface ChosenVideo {
  readonly file: File;
  /** Null: the file does not say. */
  readonly length: Seconds | null;
  /** Id of the set that comes from it: the same whenever the same file is read, so that it is never kept twice. */
  readonly id: string;
  /** When the file was made, ISO 8601 as `isoAtPlace` writes it; now, where the file's date cannot be right. */
  readonly filmedAt: string;
  /** The first picture, as wide as it is shown. Null: it could not be drawn. */
  readonly picture: HTMLCanvasElement | null;
}

/** Opens a file only to look at it. Rejects as `openClip` does. */
export async function lookAt(file: File): Promise<ChosenVideo> {
  const clip = await openClip(file);
  try {
    const picture = await firstPicture(clip);
    return { file, length: clip.duration, id: await videoId(file), filmedAt: filmedAt(file, Date.now()), picture };
  } finally {
    clip.close();
  }
}

/** Pixels. */
const PICTURE_WIDTH = 480;

async function firstPicture(clip: Clip): Promise<HTMLCanvasElement | null> {
  for await (const { frame } of clip.frames()) {
    const canvas = document.createElement('canvas');
    canvas.width = PICTURE_WIDTH;
    canvas.height = Math.round((PICTURE_WIDTH * clip.height) / clip.width);
    canvas.getContext('2d')?.drawImage(frame, 0, 0, canvas.width, canvas.height);
    frame.close();
    return canvas;
  }
  return null;
}

/** Bytes at each end of the file. The beginning or the end has its index, which differs from film to film. */
const LOOKED_AT = 1_000_000;

/** The same for the same bytes, whatever the file's name and date. */
export async function videoId(file: Blob): Promise<string> {
  const parts = [file.slice(0, LOOKED_AT), file.slice(Math.max(LOOKED_AT, file.size - LOOKED_AT))];
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return `video-${hashOf(bytes)}-${file.size.toString(36)}`;
}

/** Two multiplicative hashes of 32 bits. `crypto.subtle` is missing on pages of plain http. */
function hashOf(bytes: Uint8Array): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x9e3779b1);
    two = Math.imul(two ^ byte, 0x5f356495);
    one ^= two >>> 15;
    two ^= one >>> 13;
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Before it there were no phones that film. Some programs write 1970 or 1980 where they know no date. */
const EARLIEST = Date.UTC(2000, 0, 1);

/** @param now milliseconds since 1970 */
export const filmedAt = ({ lastModified }: Pick<File, 'lastModified'>, now: number): string =>
  isoAtPlace(new Date(lastModified > EARLIEST && lastModified <= now ? lastModified : now));

/** The same time of day on another day, such as "2026-11-20". */
export const onDay = (iso: string, day: string): string => {
  const time = new Date(iso);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  time.setFullYear(year, month - 1, date);
  return isoAtPlace(time);
};
