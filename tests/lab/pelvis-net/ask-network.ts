import '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import type { FrameRecord } from '../../../src/coach/record/set-record.ts';
import { findDrill } from '../../../src/drills/index.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import type { PelvisModel } from '../../../src/instrument/networks/pelvis-model.ts';
import { type NetworkObservation, type PelvisPair, pelvisPair } from '../../../src/instrument/networks/pelvis-pair.ts';
import type { StillLandmarks } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { PelvisNetwork } from '../../../workers/networks/pelvis-network.ts';
import type { ClipTruth } from '../../../tools/lab/ask-networks.mjs';

/**
 * Asks a pelvis network alone about a clip with truth: the window lies where the true joints are, and neither fit nor coach take
 * part. So clips of single moments can be asked about as well.
 */

/** Name of the pelvis network that the clip's drill uses; null: it has none. */
export const networkOf = ({ drill, variant }: Pick<ClipTruth, 'drill' | 'variant'>): string | null =>
  findDrill(drill, variant ?? null)?.measure.pelvisModel ?? null;

/** Pictures of a clip with at most this many frames a second are single moments: they share no median. */
const SINGLE_MOMENTS = 4;
/** So far apart that the network's answers to two moments never meet. */
const APART = 10;

/** The true joints, mean over some frames, in pixels of a picture of this width. */
function meanJoints(truth: ClipTruth, frames: readonly number[], width: number): Float32Array {
  const scale = width / truth.width / frames.length;
  const points = new Float32Array(2 * (truth.frames[0]?.landmarks.length ?? 0));
  for (const index of frames)
    for (const [k, value] of (truth.frames[index]?.landmarks ?? []).flat().entries())
      points[k] = (points[k] ?? 0) + scale * value;
  return points;
}

/**
 * What the network says of each frame after the start, as frames of a record. An output that is not certain enough to judge a
 * person by is left out, as in the app.
 * @param pictures of the whole clip, in order
 */
export async function askNetwork(
  model: PelvisModel,
  weights: ArrayBuffer,
  truth: ClipTruth,
  pictures: AsyncIterable<Picture>,
): Promise<FrameRecord[]> {
  await setBackend('wasm');
  await ready();
  const network = new PelvisNetwork(model, weights);
  const start = truth.phases.find(({ kind }) => kind === 'neutral')?.end ?? 0;
  const held: Picture[] = [];
  const frames: FrameRecord[] = [];
  let pair: PelvisPair | null = null;
  let index = -1;
  for await (const picture of pictures) {
    index += 1;
    const t = index / truth.fps;
    if (t < start) {
      held.push(picture);
      continue;
    }
    pair ??= pairOf(model, truth, held, index);
    const input = pair?.inputFor(picture, null);
    if (!pair || !input) continue;
    const seen = pair.read(await network.run(input), truth.fps <= SINGLE_MOMENTS ? index * APART : t);
    frames.push(frameOf(t, seen.confident));
  }
  network.dispose();
  return frames;
}

/** The last second of the hold is the reference pose. */
function pairOf(model: PelvisModel, truth: ClipTruth, held: readonly Picture[], end: number) {
  const count = Math.max(1, Math.min(held.length, Math.floor(truth.fps)));
  const pictures = held.slice(-count);
  const [first] = pictures;
  if (!first) return null;
  const points = meanJoints(
    truth,
    pictures.map((_, k) => end - count + k),
    first.width,
  );
  const visibility = new Float32Array(points.length / 2).fill(1);
  const still: StillLandmarks = {
    points,
    visibility,
    width: first.width,
    height: first.height,
  };
  return pelvisPair(model, truth.side === 'right' ? 'right' : 'left', still, pictures);
}

const NOTHING = { left: null, right: null };

const frameOf = (t: number, { twist, obliquity, arch }: NetworkObservation['confident']): FrameRecord => ({
  t,
  phase: null,
  valid: true,
  reasons: [],
  hipInternalRotation: NOTHING,
  hipFlexion: NOTHING,
  hipAbduction: NOTHING,
  kneeFlexion: NOTHING,
  pelvis: { twist: twist ?? null, obliquity: obliquity ?? null, tilt: null, lift: null },
  trunkLean: null,
  kneeChase: null,
  lumbarExtension: arch ?? null,
});
