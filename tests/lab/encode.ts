import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LabTools } from '../../tools/lab/lab-tools.mjs';

export interface Rate {
  readonly fps: number;
  /** Wanted quality; lower is better. */
  readonly crf: number;
  /** At most so many a second on average: much noise costs sharpness then, and not megabytes. Null: as many as the quality asks for. */
  readonly kilobits: number | null;
}

/**
 * A clip that is not to be small shows what a page is given by a webcam: every frame for itself, noise and all. An encoder that
 * is short of bits leaves dark cloth as it was, for more than a second in one of a list of 11° (docs/tried.md); no webcam does.
 */
export const asFromWebcam = (fps: number): Rate => ({ fps, crf: 20, kilobits: null });

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

/** What each pass is told. @param log of the first pass, for the second */
function effortsOf(kilobits: Rate['kilobits'], log: string): readonly (readonly string[])[] {
  if (kilobits === null) return [words('-b:v 0 -deadline realtime -cpu-used 7')];
  return [1, 2].map((pass) => [
    ...words('-b:v', `${kilobits}k`, '-pass', pass, '-passlogfile', log),
    ...words('-deadline good -cpu-used 4'),
  ]);
}

/**
 * Encodes frames to VP9, which every Chromium decodes. Two tiles on two threads: with threads by rows the
 * encoder decides by who is first, and the same frames give another file every time. Two passes where bits are counted: with one,
 * the encoder spends three times those that it was given on noise.
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
  for (const effort of effortsOf(kilobits, `${part}.log`)) {
    const { status, output } = await tools.run(ffmpeg, [
      ...words('-v error -y -nostdin -framerate', fps, '-i', pattern),
      ...words('-vf', `scale=${COLOURS},format=yuv420p`),
      ...words('-c:v libvpx-vp9 -crf', crf, '-g', Math.round(fps * 2)),
      ...effort,
      ...words('-row-mt 0 -tile-columns 1 -threads 2'),
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
