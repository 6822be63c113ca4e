import manifest from '../../models/manifest.json';
// Written by `tests/browser/model/known-answer.spec.ts` on WASM: for each model 33 × (x, y) in pixels of the picture.
import knownAnswer from '../known-person.json';
import knownPictureUrl from '../known-person.webp?url';
import { version_core } from '@tensorflow/tfjs-core';
import { transfer } from 'comlink';
import { createFramePipeline } from '../../src/instrument/frame-pipeline.ts';
import type { Milliseconds, Pixels } from '../../src/instrument/geometry/units.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import { finiteReading, type Reading } from '../../src/instrument/output/reading.ts';
import { activate, BACKENDS, isWasmServed, release, threadsOf, whyNotTry } from '../backend/backend.ts';
import { BlazePoseEngine } from '../blazepose/blazepose-engine.ts';
import { codedError } from '../coded-error.ts';
import { type EngineFactory, EngineLoader, type LoadableEngine } from './engine-loader.ts';
import { ModelSource, weightUrls } from './model-source.ts';
import { PoseInstrument } from './pose-instrument.ts';
import { afterTimeout, AsideNetworks, asideWorker } from '../networks/aside-networks.ts';
import { fetchNetworksAhead, loadPelvisNetwork } from '../networks/load-networks.ts';
import { FramePixels } from '../pictures/frame-pixels.ts';

/**
 * Largest deviation from the known answer, in pixels of the built-in picture (the person is 310 px tall). In single
 * precision WASM, WebGL and WebGPU agree to 0.001 px; half floats may move single points by a few pixels; a wrong
 * kernel is off by tens of pixels.
 */
export const MEAN_TOLERANCE: Pixels = 2;
export const LARGEST_TOLERANCE: Pixels = 8;

/** What is wrong with an answer, in words for the Diagnostics page; null: it is right. */
export const disagreement = (found: Landmarks | null, expected: readonly number[]): string | null => {
  if (!found) return 'did not find the person in the known picture';
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < found.visibility.length; i++) {
    const distance = Math.hypot(
      (found.points[2 * i] ?? Number.NaN) - (expected[2 * i] ?? Number.NaN),
      (found.points[2 * i + 1] ?? Number.NaN) - (expected[2 * i + 1] ?? Number.NaN),
    );
    sum += distance;
    if (!(distance <= largest)) largest = distance;
  }
  const mean = sum / found.visibility.length;
  if (mean <= MEAN_TOLERANCE && largest <= LARGEST_TOLERANCE) return null;
  return Number.isFinite(mean)
    ? `is off the known answer by ${mean.toFixed(1)} px on average, ${largest.toFixed(1)} px at most`
    : 'gave numbers that are not finite';
};

/** The factory of the app: TensorFlow.js, the weights of this build, and the built-in picture with its known answer. */
export const createEngineFactory = (): EngineFactory => {
  const source = new ModelSource({ files: manifest.files, partBytes: manifest.partBytes, urls: weightUrls() });
  let picture: Promise<ImageData> | null = null;
  const knownPicture = () => {
    if (picture === null) {
      picture = loadKnownPicture();
      // A failure is not kept: the next attempt loads it again.
      picture.catch(() => (picture = null));
    }
    return picture;
  };
  return {
    backends: BACKENDS,
    isolated: globalThis.crossOriginIsolated,
    whyNotTry,
    isWasmServed,
    activate,
    release,
    threadsOf,
    now: () => performance.now(),
    version: (size) => `tfjs ${version_core}, BlazePose ${size} ${source.fingerprint(size)}, own engine`,
    fetchWeights: (size, onProgress) => {
      void knownPicture();
      return source.prepare(['detector', size], onProgress);
    },
    build: async (size) => withKnownPicture(await BlazePoseEngine.create(size, source), await knownPicture()),
  };
};

const withKnownPicture = (engine: BlazePoseEngine, picture: ImageData): LoadableEngine =>
  Object.assign(engine, {
    check: async () => {
      engine.reset();
      return disagreement(await engine.estimate(picture), knownAnswer.points[engine.size]);
    },
    frame: async () => {
      await engine.estimate(picture);
    },
  });

const loadKnownPicture = async (): Promise<ImageData> => {
  const response = await fetch(knownPictureUrl);
  if (!response.ok) throw codedError('weights-missing', `the known picture: ${response.status}`);
  const { forModel } = await new FramePixels().read(await createImageBitmap(await response.blob()));
  return forModel;
};

/**
 * The instrument as the app runs it: the pose model here, the pelvis network in a worker beside it.
 * @param open starts a worker of the pose worker's script, named `ASIDE_WORKER`
 */
export function poseAndNetworks(open: () => Worker): PoseInstrument {
  const pixels = new FramePixels();
  let aside: Milliseconds = 0;
  const networks = new AsideNetworks({
    open: () => asideWorker(open()),
    after: afterTimeout,
    loadPelvisNetwork,
    onWork: (took) => {
      aside += took;
    },
  });
  return new PoseInstrument({
    loader: new EngineLoader(createEngineFactory()),
    createPipeline: createFramePipeline,
    loadPhone: async () => (await import('../../src/instrument/phone/phone-watch.ts')).newPhoneWatch(),
    loadPelvisNetwork: networks.loadPelvisNetwork,
    fetchNetworksAhead,
    readPixels: (frame) => pixels.read(frame),
    forgetSizes: () => pixels.forget(),
    onMeasuring: () => networks.start(),
    takeAside: () => {
      const took = aside;
      aside = 0;
      return took;
    },
    now: () => performance.now(),
  });
}

/**
 * Marks a reading's arrays for transfer by Comlink instead of a copy. They are copied here first, because a transferred
 * array is empty afterwards and the instrument goes on using its own. No number that is not finite leaves the worker.
 * @throws `unexpected` if a number that must be known is not finite
 */
export const transferReading = (measured: Reading): Reading => {
  const reading = finiteReading(measured);
  if (!reading) throw codedError('unexpected', 'the reading of a frame has numbers that are not finite');
  const landmarks = reading.landmarks && {
    ...reading.landmarks,
    points: reading.landmarks.points.slice(),
    visibility: reading.landmarks.visibility.slice(),
    world: reading.landmarks.world.slice(),
  };
  const skeleton = reading.skeleton?.slice() ?? null;
  const arrays = [landmarks?.points, landmarks?.visibility, landmarks?.world, skeleton];
  const buffers = arrays.flatMap((array) => (array ? [array.buffer] : []));
  return transfer({ ...reading, landmarks, skeleton }, buffers);
};
