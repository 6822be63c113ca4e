import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLOURS, notEncoded } from '../../clips/encode.ts';
import type { PlacedCamera } from '../../motion/camera.ts';
import type { Performance } from '../../motion/performance.ts';
import type { StageDirector } from '../../clips/stage-director.ts';
import type { PlacementTools } from '../../../../tools/lab/placement-arguments.mjs';
import type { StudyClip } from '../poses/study-poses.ts';

/** Noise of a good webcam in a lit room: luma and chroma, grey levels of 255. */
const NOISE = { luma: 9, chroma: 5 } as const;
const IN = '-v error -y -nostdin'.split(' ');
/** ffmpeg options for fast VP9, because a clip is measured once and deleted. */
const OUT = (
  '-c:v libvpx-vp9 -b:v 0 -crf 30 -deadline realtime -cpu-used 8 -row-mt 1 -threads 2 -g 24 ' +
  '-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -an -f webm'
).split(' ');

const nameOf = (folder: string, kind: 'picture' | 'frame', index: number) =>
  join(folder, `${kind}-${String(index).padStart(4, '0')}.jpg`);

/**
 * Renders each picture of the study's clip once, repeats it for the length of its hold, and adds new noise to every
 * frame.
 * @param folder temporary folder; it is emptied before and deleted afterwards
 * @throws the error of `refuse`
 */
export async function makeCellClip(
  study: StudyClip,
  performance: Performance,
  camera: PlacedCamera,
  director: StageDirector,
  { tools, ffmpeg, folder, seed }: CellStudio,
  onPainted: () => void,
): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, { time, solved }] of performance.frames.entries()) {
    writeFileSync(nameOf(folder, 'picture', index), await director.paint(time, solved, camera.view));
  }
  onPainted();
  for (const [index, picture] of study.frames.entries()) {
    linkSync(nameOf(folder, 'picture', picture), nameOf(folder, 'frame', index));
  }
  const clip = join(folder, 'cell.webm');
  const grain = `noise=c0s=${NOISE.luma}:c1s=${NOISE.chroma}:c2s=${NOISE.chroma}:allf=t:all_seed=${seed}`;
  const { status, output } = await tools.run(ffmpeg, [
    ...IN,
    '-framerate',
    String(study.fps),
    '-i',
    join(folder, 'frame-%04d.jpg'),
    '-vf',
    `scale=${COLOURS},format=yuv420p,${grain}`,
    ...OUT,
    clip,
  ]);
  if (status === 0) return clip;
  throw notEncoded(output, tools.refuse);
}

export interface CellStudio {
  readonly tools: PlacementTools;
  readonly ffmpeg: string;
  readonly folder: string;
  readonly seed: number;
}
