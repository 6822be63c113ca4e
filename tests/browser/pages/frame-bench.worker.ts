import { createDetector, type PoseDetector, SupportedModels } from '@tensorflow-models/pose-detection';
import { expose } from 'comlink';
import manifest from '../../../models/manifest.json';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { Milliseconds, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { WholeFrame } from '../../../tools/bench/bench-report.ts';
import { LANDMARK_SIDE } from '../../../workers/blazepose/landmark-decoding.ts';
import { loadNetworks, type Networks } from '../../../workers/blazepose/blazepose-engine.ts';
import { ModelSource, weightUrls } from '../../../workers/engine/model-source.ts';
import { poseAndNetworks } from '../../../workers/engine/pose-and-networks.ts';
import { FramePixels } from '../../../workers/pictures/frame-pixels.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';

interface Rivals {
  readonly bare: Networks;
  /** The package as its documentation sets it up for a video; one for each kind of input, because it follows the person. */
  readonly ofPixels: PoseDetector;
  readonly ofBitmaps: PoseDetector;
}

/** A frame for the rivals. */
interface Shown {
  readonly frame: VideoFrame | ImageBitmap;
  readonly bitmap: ImageBitmap;
  readonly time: Seconds;
}

const noise = Float32Array.from({ length: LANDMARK_SIDE * LANDMARK_SIDE * 3 }, (_, i) => (i % 251) / 251);
const rivalPixels = new FramePixels();
let rivals: Rivals | null = null;
let shown: Shown | null = null;

const timed = async (job: () => Promise<unknown>): Promise<Milliseconds> => {
  const start = performance.now();
  await job();
  return performance.now() - start;
};

const instrument = poseAndNetworks(
  // The bundler finds the script, and its name, only if both stand here.
  () => new Worker(new URL('../../../workers/pose.worker.ts', import.meta.url), { type: 'module', name: 'networks' }),
);

const needed = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('call start and show first');
  return value;
};

/** The package with the same weights; all else is its default. */
const packageDetector = (size: ModelSize, source: ModelSource): Promise<PoseDetector> =>
  createDetector(SupportedModels.BlazePose, {
    runtime: 'tfjs',
    modelType: size,
    detectorModelUrl: source.handler('detector'),
    landmarkModelUrl: source.handler(size),
  });

/** Null: nobody was found, so that only its detector ran. */
async function timeToFind(
  detector: PoseDetector,
  picture: () => ImageData | ImageBitmap | Promise<ImageData>,
): Promise<Milliseconds | null> {
  const start = performance.now();
  const poses = await detector.estimatePoses(
    await picture(),
    { maxPoses: 1, flipHorizontal: false },
    1000 * needed(shown).time,
  );
  const took = performance.now() - start;
  return poses.length > 0 ? took : null;
}

const frameBench = {
  async start(backend: BackendName, size: ModelSize): Promise<void> {
    await instrument.load({ model: size, backend, targetRate: 1 }, () => undefined);
    const source = new ModelSource({ files: manifest.files, partBytes: manifest.partBytes, urls: weightUrls() });
    rivals = {
      bare: await loadNetworks(size, source),
      ofPixels: await packageDetector(size, source),
      ofBitmaps: await packageDetector(size, source),
    };
  },
  async begin(plan: MeasurementPlan): Promise<void> {
    for (const detector of [rivals?.ofPixels, rivals?.ofBitmaps]) detector?.reset();
    await instrument.begin(plan);
    await instrument.beginReferencePose();
  },
  show(next: Shown): void {
    for (const picture of [shown?.frame, shown?.bitmap]) picture?.close();
    shown = next;
  },
  /** The bare landmark model: one run, with its outputs read back. */
  bare: (): Promise<Milliseconds> => timed(() => needed(rivals).bare.landmarks(noise)),
  /** Google's package around the same weights and backend. The frame's pixels are read as the app reads them, within its time. */
  poseDetection: (): Promise<Milliseconds | null> =>
    timeToFind(needed(rivals).ofPixels, async () => (await rivalPixels.read(needed(shown).frame)).forModel),
  /** The same as its documentation has it: given the frame as a bitmap. */
  poseDetectionBitmap: (): Promise<Milliseconds | null> =>
    timeToFind(needed(rivals).ofBitmaps, () => needed(shown).bitmap),
  /** The app's whole work on a frame, as in a set. */
  async whole(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<WholeFrame> {
    const { timings, referencePose } = await instrument.analyse(frame, time);
    return { aside: 0, ...timings, measuring: referencePose.kind === 'set' };
  },
};

export type FrameBench = typeof frameBench;
expose(frameBench);
