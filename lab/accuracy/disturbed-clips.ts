import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFfmpeg, runFfmpeg } from '../../tools/browser/find-ffmpeg.ts';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';
import { root } from '../../tools/shared/paths.mjs';
import { say } from '../../tools/shared/progress.ts';
import type { ClipWithTruth } from './accuracy-clips.ts';

/** Where the copies lie. One that was made of the same clip in the same way is not made again. */
const DISTURBED = join(root, 'tests', 'out', 'disturbed');

const WRITE = '-f webm -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -crf 24 -b:v 0'.split(' ');

/**
 * Copies of clips in which nothing compensates, disturbed as a room and a laptop are: the picture sways by up to a pixel, the
 * light changes slowly and once for good, the sensor is noisy, and in every third copy the laptop is nudged twice, by 3 to 7 pixels.
 * Breath and sway of the person are in the rendered clips.
 * @param minutes how much of them in all; every clip as often as the next
 */
export async function disturbedClips(clips: readonly ClipWithTruth[], minutes: number): Promise<ClipWithTruth[]> {
  const clean = clips.filter(({ truth }) => truth.events.length === 0);
  if (clean.length === 0) throw new ExitError(EXIT.noFile, 'there is no clip without a compensation.');
  const ffmpeg = await ensureFfmpeg();
  mkdirSync(DISTURBED, { recursive: true });
  say('disturbing the clips');
  const copies: ClipWithTruth[] = [];
  let seconds = 0;
  for (let round = 0; seconds < 60 * minutes; round++) {
    for (const [index, clip] of clean.entries()) {
      if (seconds >= 60 * minutes) break;
      // The kinds of disturbance begin with another one at each clip, so that a few minutes have all of them.
      copies.push(await disturbed(clip, round + index, ffmpeg));
      seconds += clip.truth.frames.length / clip.truth.fps;
    }
  }
  return copies;
}

/** A copy of a clip, whose truth is that of the clip. */
async function disturbed(clip: ClipWithTruth, kind: number, ffmpeg: string): Promise<ClipWithTruth> {
  const { video: source, truth } = clip;
  const filter = disturbance(kind, truth.frames.length, truth.fps);
  const made = [filter, ...WRITE].join(' ');
  const hash = createHash('sha256').update(readFileSync(source)).update(made).digest('hex').slice(0, 8);
  const name = `${clip.name.replaceAll('/', '-')}-disturbed-${kind}-${hash}`;
  const video = join(DISTURBED, `${name}.webm`);
  if (!existsSync(video)) {
    const half = `${video}.part`;
    await runFfmpeg(ffmpeg, ['-i', source, '-an', '-vf', filter, ...WRITE, half], `disturb "${source}"`);
    // Named last, so that a copy that was begun and not finished is made again.
    renameSync(half, video);
  }
  return { ...clip, name, video };
}

/** An ffmpeg filter. What differs from kind to kind differs by fixed steps. */
function disturbance(kind: number, frameCount: number, fps: number) {
  const after = (share: number) => Math.round(share * frameCount);
  // Pixels and a frame's phase: a table that somebody leans on.
  const [sway, rate] = [0.3 + 0.2 * (kind % 3), (2 * Math.PI * (0.2 + 0.13 * (kind % 4))) / fps];
  // A nudged laptop asks for a new start, which these clips do not have, so it comes late and in every third kind.
  const push = kind % 3 === 2 ? 3 + (kind % 5) : 0;
  const x = `${sway}*sin(${rate}*on)+${push}*gte(on,${after(0.6)})-${push / 2}*gte(on,${after(0.85)})`;
  const y = `${sway / 2}*sin(${1.7 * rate}*on+1)-${push / 2}*gte(on,${after(0.6)})+${push}*gte(on,${after(0.85)})`;
  const corners = ['', 'W+', '', 'W+']
    .map((left, i) => `x${i}='${left}${x}':y${i}='${i < 2 ? '' : 'H+'}${y}'`)
    .join(':');
  const lamp = `gte(t,${(after(0.3 + 0.13 * (kind % 4)) / fps).toFixed(2)})`;
  const light = `brightness='0.04*sin(t*${0.4 + 0.1 * (kind % 3)})':gamma='1+${kind % 2 ? 0.3 : -0.2}*${lamp}'`;
  return [
    `perspective=${corners}:sense=source:interpolation=cubic:eval=frame`,
    `eq=${light}:eval=frame`,
    `noise=alls=${4 + 3 * (kind % 3)}:allf=t`,
  ].join(',');
}
