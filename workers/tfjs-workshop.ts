import { version_core } from '@tensorflow/tfjs-core';
import manifest from '../models/manifest.json';
import { activate, BACKENDS, release, threadsOf, whyNotTry } from './backend.ts';
import { codedError } from './coded-error.ts';
import type { EngineWorkshop, LoadableEngine } from './engine-loader.ts';
import { FramePixels } from './frame-pixels.ts';
import { disagreement, type KnownAnswer } from './known-answer.ts';
import knownAnswer from './known-person.json';
import knownPictureUrl from './known-person.webp?url';
import { ModelSource } from './model-source.ts';
import type { ModelSize } from './pose.api.ts';
import { PoseEngine } from './pose-engine.ts';
import { weightUrls } from './weight-urls.ts';

/** The real thing: TensorFlow.js, the weights of this build, the picture with the known answer. */
export const createTfjsWorkshop = (): EngineWorkshop => {
  const source = new ModelSource({ files: manifest.files, urls: weightUrls() });
  let picture: Promise<ImageData> | null = null;
  const knownPicture = () => {
    picture ??= loadKnownPicture();
    return picture;
  };
  return {
    backends: BACKENDS,
    isolated: globalThis.crossOriginIsolated,
    whyNotTry,
    activate,
    release,
    threadsOf,
    now: () => performance.now(),
    version: (size) => `tfjs ${version_core}, BlazePose ${size} ${source.fingerprint(size)}`,
    fetchWeights: (size, onProgress) => source.prepare(['detector', size], onProgress),
    build: async (size) => withKnownPicture(await PoseEngine.create(size, source), await knownPicture()),
  };
};

const withKnownPicture = (engine: PoseEngine, picture: ImageData): LoadableEngine => ({
  size: engine.size,
  estimate: (image) => engine.estimate(image),
  reset: () => engine.reset(),
  dispose: () => engine.dispose(),
  check: async () => {
    engine.reset();
    return disagreement(await engine.estimate(picture), expectedPoints(engine.size));
  },
  frame: async () => {
    await engine.estimate(picture);
  },
});

const expectedPoints = (size: ModelSize): readonly number[] =>
  (knownAnswer satisfies KnownAnswer).points[size];

const loadKnownPicture = async (): Promise<ImageData> => {
  const response = await fetch(knownPictureUrl);
  if (!response.ok) throw codedError('weights-missing', `the known picture: ${response.status}`);
  return new FramePixels().read(await createImageBitmap(await response.blob())).forModel;
};
