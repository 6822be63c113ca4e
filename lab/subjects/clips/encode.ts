import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EXIT, ExitError } from '../../../tools/shared/exit-error.ts';
import { runCommand } from '../../../tools/shared/run-command.mjs';

export interface Rate {
  readonly fps: number;
  /** VP9 quality level; lower is better. */
  readonly crf: number;
  /**
   * Largest average bit rate, kbit/s: a noisy picture then loses sharpness instead of growing the file. Null: no limit.
   */
  readonly kilobits: number | null;
}

/**
 * Rate for clips that may be large: the video keeps the noise of every frame, as a page gets it from a webcam. An
 * encoder with too few bits repeats dark cloth from earlier frames, in one clip for more than a second of an 11° list;
 * a webcam does not.
 */
export const webcamRate = (fps: number): Rate => ({ fps, crf: 20, kilobits: null });

/** ffmpeg colour conversion: JPEGs are full-range BT.601, video players expect limited-range BT.709. */
export const COLOURS = 'in_range=full:out_range=tv:in_color_matrix=bt601:out_color_matrix=bt709';

/** Splits options at spaces. An option that contains a space is passed as its own argument. */
const words = (...parts: readonly (string | number)[]): string[] =>
  parts.flatMap((part) => (String(part).startsWith('-') ? String(part).split(' ') : [String(part)]));

/** The error for a failed encoding, from the end of ffmpeg's output. */
function notEncoded(output: string): ExitError {
  if (/No space left/i.test(output)) {
    return new ExitError(EXIT.noSpace, 'the disk became full while a clip was encoded; make room and run again.');
  }
  const reason = output.trim().split('\n').at(-1) ?? '';
  return new ExitError(EXIT.unforeseen, `ffmpeg could not encode the frames (${reason}).`);
}

/** Deletes the unfinished file and ffmpeg's log files. */
function clean(part: string): void {
  const name = basename(part);
  const left = readdirSync(dirname(part)).filter((entry) => entry.startsWith(name));
  for (const entry of left) rmSync(join(dirname(part), entry), { force: true });
}

/** Options of each encoder pass. @param log file in which the first pass leaves its statistics for the second */
function encoderPasses(kilobits: Rate['kilobits'], log: string): readonly (readonly string[])[] {
  if (kilobits === null) return [words('-b:v 0 -deadline realtime -cpu-used 7')];
  return [1, 2].map((pass) => [
    ...words('-b:v', `${kilobits}k`, '-pass', pass, '-passlogfile', log),
    ...words('-deadline good -cpu-used 4'),
  ]);
}

/**
 * Encodes frames to VP9, which every Chromium decodes. Tiles instead of row threads make the result repeatable: with
 * row threads the file depends on which thread finishes first. A limited bit rate needs two passes: in one pass noise
 * takes three times the limit.
 * @param pattern file names of the frames, in ffmpeg's notation (`%06d`)
 * @param file path of the clip; it is written completely or not at all
 * @throws {ExitError}
 */
export async function encode(
  ffmpeg: string,
  pattern: string,
  file: string,
  { fps, crf, kilobits }: Rate,
  run: (program: string, args: readonly string[]) => Promise<{ status: number; output: string }> = runCommand,
): Promise<void> {
  const part = `${file}.part`;
  for (const effort of encoderPasses(kilobits, `${part}.log`)) {
    const { status, output } = await run(ffmpeg, [
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
    throw notEncoded(output);
  }
  renameSync(part, file);
  clean(part);
}
