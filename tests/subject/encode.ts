import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LabTools } from '../../tools/lib/lab-tools.mjs';

export interface Rate {
  readonly fps: number;
  /** Wanted quality; lower is better. */
  readonly crf: number;
  /** At most so many a second on average: much noise costs sharpness then, as in a webcam's own stream, and not megabytes. */
  readonly kilobits: number;
}

/** A JPEG's colours are full range BT.601; video players expect BT.709 of limited range. */
export const COLOURS = 'in_range=full:out_range=tv:in_color_matrix=bt601:out_color_matrix=bt709';

/** Options separated by spaces; what holds a space itself stands alone. */
const words = (...parts: readonly (string | number)[]): string[] =>
  parts.flatMap((part) => (String(part).startsWith('-') ? String(part).split(' ') : [String(part)]));

/** Why ffmpeg has written no clip, from its last words. */
export function notEncoded(output: string, refuse: LabTools['refuse']): Error {
  if (/No space left/i.test(output)) {
    return refuse('space', 'the disk became full while a clip was encoded; make room and run again.');
  }
  const reason = output.trim().split('\n').at(-1) ?? '';
  return refuse('unforeseen', `ffmpeg could not encode the frames (${reason}).`);
}

/** Whatever ffmpeg left beside the file that it did not finish. */
function clean(part: string): void {
  const name = basename(part);
  const left = readdirSync(dirname(part)).filter((entry) => entry.startsWith(name));
  for (const entry of left) rmSync(join(dirname(part), entry), { force: true });
}

/**
 * Encodes frames to VP9, which every Chromium decodes. Two tiles on two threads: with threads by rows the
 * encoder decides by who is first, and the same frames give another file every time. Two passes: with one, the encoder spends
 * three times the bits that it was given on noise.
 * @param pattern of the frames, as ffmpeg's `%06d`
 * @param file the clip; whole or not at all
 * @throws what `refuse` makes
 */
export async function encode(
  tools: Pick<LabTools, 'run' | 'refuse'>,
  ffmpeg: string,
  pattern: string,
  file: string,
  { fps, crf, kilobits }: Rate,
): Promise<void> {
  const part = `${file}.part`;
  for (const pass of [1, 2]) {
    const { status, output } = await tools.run(ffmpeg, [
      ...words('-v error -y -nostdin -framerate', fps, '-i', pattern),
      ...words('-vf', `scale=${COLOURS},format=yuv420p`),
      ...words('-c:v libvpx-vp9 -b:v', `${kilobits}k`, '-crf', crf, '-g', Math.round(fps * 2)),
      ...words('-pass', pass, '-passlogfile', `${part}.log`),
      ...words('-deadline good -cpu-used 4 -row-mt 0 -tile-columns 1 -threads 2'),
      ...words('-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709'),
      ...words('-an -fflags +bitexact -flags:v +bitexact -f webm', part),
    ]);
    if (status === 0) continue;
    clean(part);
    throw notEncoded(output, tools.refuse);
  }
  renameSync(part, file);
  clean(part);
}
