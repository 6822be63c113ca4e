import { memory } from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import manifest from '../../../models/manifest.json';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { Milliseconds, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { WholeFrame } from '../../../tools/bench/bench-report.mjs';
import { LANDMARK_SIDE } from '../../../workers/blazepose/landmark-decoding.ts';
import { loadNetworks, type Networks } from '../../../workers/blazepose/networks.ts';
import { ModelSource, weightUrls } from '../../../workers/engine/model-source.ts';
import { poseAndNetworks } from '../../../workers/engine/pose-and-networks.ts';
import { ReferenceEngine } from '../../../workers/engine/reference-engine.ts';
import { FramePixels } from '../../../workers/pictures/frame-pixels.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';

export interface TensorCount {
  readonly tensors: number;
  readonly bytes: number;
}

interface Rivals {
  readonly bare: Networks;
  readonly reference: ReferenceEngine;
}

const noise = Float32Array.from({ length: LANDMARK_SIDE * LANDMARK_SIDE * 3 }, (_, i) => (i % 251) / 251);
const spent = { aside: 0 };
const rivalPixels = new FramePixels();
let rivals: Rivals | null = null;
let picture: ImageData | null = null;

const timed = async (job: () => Promise<unknown>): Promise<Milliseconds> => {
  const start = performance.now();
  await job();
  return performance.now() - start;
};

const instrument = poseAndNetworks(
  // The bundler finds the script, and its name, only if both stand here.
  () => new Worker(new URL('../../../workers/pose.worker.ts', import.meta.url), { type: 'module', name: 'networks' }),
  (took) => {
    spent.aside += took;
  },
);

const needed = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('call start and show first');
  return value;
};

const frameBench = {
  async start(backend: BackendName, size: ModelSize): Promise<void> {
    await instrument.load({ model: size, backend, targetRate: 1 }, () => undefined);
    const source = new ModelSource({ files: manifest.files, urls: weightUrls() });
    rivals = { bare: await loadNetworks(size, source), reference: await ReferenceEngine.create(size, source) };
  },
  async begin(plan: MeasurementPlan): Promise<void> {
    rivals?.reference.reset();
    await instrument.begin(plan);
    await instrument.beginReferencePose();
  },
  /** Reads the pixels for pose-detection, outside its time. */
  async show(frame: ImageBitmap): Promise<void> {
    picture = (await rivalPixels.read(frame)).forModel;
  },
  /** The bare landmark model: one run, with its outputs read back. */
  bare: (): Promise<Milliseconds> => timed(() => needed(rivals).bare.landmarks(noise)),
  /** Google's package around the same weights and backend, on pixels that are read already. */
  poseDetection: (): Promise<Milliseconds> => timed(() => needed(rivals).reference.estimate(needed(picture))),
  /** The app's whole work on a frame, as in a set. */
  async whole(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<WholeFrame> {
    spent.aside = 0;
    const { timings, referencePose } = await instrument.analyse(frame, time);
    return { ...timings, ...spent, measuring: referencePose.kind === 'set' };
  },
  memory: (): TensorCount => ({ tensors: memory().numTensors, bytes: memory().numBytes }),
};

export type FrameBench = typeof frameBench;
expose(frameBench);
